"""Two languages side by side: in step on a desktop, one at a time on a phone, block by block; both without script."""

import pytest

PHONE = {"width": 320, "height": 700}
DESKTOP = {"width": 1280, "height": 900}


@pytest.fixture(params=["http", "file"])
def root(request, host, file_address):
    return host if request.param == "http" else file_address


def tags(classroom):
    return list(classroom.tags.values())


def shown(page, tag):
    """How many blocks of a language are seen."""
    return page.locator(f'.cell[lang="{tag}"]:not(.is-empty) >> visible=true').count()


def blocks(page):
    """How many blocks there are in the first language and in the second, and how many pairs have both."""
    return page.evaluate("""() => {
        const pairs = [...document.querySelectorAll('.pair')], full = pairs.filter(pair => !pair.querySelector('.is-empty'));
        const count = number => pairs.filter(pair => !pair.children[number].matches('.is-empty')).length;
        return [count(0), count(1), full.length];
    }""")


def test_blocks_and_the_items_of_lists_begin_at_the_same_height_on_a_desktop(classroom, root, open_window):
    for sample in classroom.samples("side by side"):
        with open_window(viewport=DESKTOP) as window:
            window.page.goto(root + sample.path)
            rows = window.page.evaluate("""() => {
                const tops = (one, two) => [one, two].map(element => Math.round(element.getBoundingClientRect().top));
                return [...document.querySelectorAll('.pair:not(.is-lone)')].flatMap(pair => {
                    const items = [...pair.querySelectorAll('.cell')].map(cell => [...cell.querySelectorAll(':scope > ul > li, :scope > ol > li')]);
                    const inStep = items[0].length === items[1].length ? items[0].map((item, index) => tops(item, items[1][index])) : [];
                    return [tops(...pair.querySelectorAll('.cell')), ...inStep];
                });
            }""")
            assert len(rows) > 15
            assert all(abs(left - right) <= 1 for left, right in rows), rows
            assert not window.complaints


def test_a_phone_shows_the_readers_language_and_each_block_opens_the_other(classroom, root, open_window):
    first, second = tags(classroom)
    sample = classroom.samples("side by side")[0]
    for locale, own, other in (("zh-CN", first, second), ("en-GB", second, first), ("fr-FR", first, second)):
        with open_window(viewport=PHONE, locale=locale) as window:
            page = window.page
            page.goto(root + sample.path)
            count = blocks(page)
            lone = count[tags(classroom).index(other)] - count[2]
            assert shown(page, own) == count[tags(classroom).index(own)]
            assert shown(page, other) == lone, "only what has no counterpart"
            button = page.locator(".other-side").nth(2)
            assert button.get_attribute("aria-expanded") == "false" and button.get_attribute("lang") == other
            button.focus()
            page.keyboard.press("Enter")
            assert shown(page, other) == lone + 1
            assert button.get_attribute("aria-expanded") == "true"
            page.keyboard.press("Enter")
            assert shown(page, other) == lone
            assert page.evaluate("() => document.scrollingElement.scrollWidth") <= PHONE["width"]
            assert not window.complaints


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["320", "1280"])
def test_one_choice_for_the_whole_page_is_remembered(size, classroom, root, open_window):
    first, second = tags(classroom)
    one, two = [page.path for page in classroom.pages_of("side by side")][:2]
    with open_window(viewport=size) as window:
        page = window.page
        page.goto(root + one)
        count = blocks(page)
        for tag, other in ((first, second), (second, first)):
            page.locator(f'.side-choice [data-side="{tag}"]').click()
            assert shown(page, other) == count[tags(classroom).index(other)] - count[2]
        page.locator('.side-choice [data-side="both"]').click()
        assert [shown(page, first), shown(page, second)] == count[:2]
        page.goto(root + two)
        assert page.locator('[aria-pressed="true"][data-side="both"]').count() == 1
        assert not window.complaints


def test_the_pair_with_the_focus_is_marked_as_one(classroom, host, open_window):
    with open_window(viewport=DESKTOP) as window:
        page = window.page
        page.goto(host + classroom.samples("side by side")[0].path)
        pair = page.locator(".pair:has(.cell a)").first
        plain = pair.evaluate("pair => getComputedStyle(pair).backgroundColor")
        pair.locator("a").first.focus()
        marked = pair.evaluate("pair => getComputedStyle(pair).backgroundColor")
        assert marked != plain
        next_pair = page.locator(".pair").first
        next_pair.hover()
        assert next_pair.evaluate("pair => getComputedStyle(pair).backgroundColor") == marked


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["320", "1280"])
def test_without_script_both_are_shown(size, classroom, root, open_window):
    first, second = tags(classroom)
    with open_window(viewport=size, java_script_enabled=False) as window:
        for sample in classroom.samples("side by side"):
            window.page.goto(root + sample.path)
            for tag in (first, second):
                everything = window.page.locator(f'.cell[lang="{tag}"]:not(.is-empty)').count()
                assert shown(window.page, tag) == everything > 10
            assert window.page.locator(".other-side, .side-choice").count() == 0
