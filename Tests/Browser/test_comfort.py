"""The comfort bar: opened and used by keyboard, remembered on the device, shared by all pages, at once and without errors."""

import pytest

from classroom import KINDS, assert_none
from comforts import setting
from reading import address_of, host_at_base_url

PHONE = {"width": 320, "height": 700}
DESKTOP = {"width": 1280, "height": 900}
# Pages with a masthead: a reader who is asked for the language, holds a leaflet or came by its code meets none.
BARE = ("language choice", "leaflet", "edition")


def root_words(page):
    return page.evaluate("() => document.documentElement.getAttribute('data-comfort')")


def size_of_type(page):
    return page.evaluate("() => parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")


def press(page, word, place=0):
    page.locator(f'.comfort [data-word="{word}"]').nth(place).click()


@pytest.fixture(params=["http", "file"])
def root(request, host, file_address):
    return host if request.param == "http" else file_address


def test_it_is_within_reach_on_every_page(classroom, host, open_window):
    problems = []
    for size in (PHONE, DESKTOP):
        with open_window(viewport=size) as window:
            host_at_base_url(window.page, classroom)
            for sample in [sample for kind in KINDS if kind not in BARE for sample in classroom.samples(kind)]:
                window.page.goto(address_of(sample, classroom, host))
                button = window.page.locator(".comfort-button")
                if not button.is_visible():
                    problems.append(f"{sample}: there is no comfort button")
                    continue
                button.click()
                if window.page.locator(".comfort button >> visible=true").count() < 8:
                    problems.append(f"{sample}: the bar does not open")
            problems += [what for what in window.complaints if "404" not in what]
    assert_none(problems)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["320", "1280"])
def test_it_works_by_keyboard_alone(size, language, root, open_window):
    with open_window(viewport=size) as window:
        page = window.page
        page.goto(f"{root}{language}/index.html")
        for _ in range(20):
            page.keyboard.press("Tab")
            if page.evaluate("() => document.activeElement.matches('.comfort-button')"):
                break
        page.keyboard.press("Enter")
        assert page.locator(".comfort").is_visible()
        assert page.locator(":focus").get_attribute("data-word") == "", "the focus goes into the bar"
        page.keyboard.press("Tab")
        before = size_of_type(page)
        page.keyboard.press("Space")
        assert root_words(page) == "large" and size_of_type(page) > before * 1.15
        assert page.locator(":focus").get_attribute("aria-pressed") == "true"
        page.keyboard.press("Escape")
        assert page.locator(".comfort").is_hidden()
        assert page.locator(":focus").get_attribute("aria-expanded") == "false", "the focus comes back to the button"
        assert not window.complaints


def test_what_was_chosen_holds_on_other_pages_and_is_taken_back(root, open_window):
    with open_window(viewport=PHONE) as window:
        page = window.page
        page.goto(root + "zh/index.html")
        page.click(".comfort-button")
        press(page, "largest")
        press(page, "dark")
        press(page, "contrast")
        page.goto(root + "en/lessons/fake-police.html")
        assert sorted(root_words(page).split()) == ["contrast", "dark", "largest"]
        page.click(".comfort-button")
        assert page.locator('.comfort [aria-pressed="true"]').count() == 3
        press(page, "", 0)
        press(page, "", 1)
        press(page, "contrast")
        assert root_words(page) == ""
        page.goto(root + "zh/index.html")
        assert root_words(page) == ""
        assert not window.complaints


def test_another_window_follows(host, browser):
    context = browser.new_context()
    one, two = context.new_page(), context.new_page()
    for page in (one, two):
        page.goto(host + "zh/index.html")
    one.click(".comfort-button")
    press(one, "elder")
    two.wait_for_function("() => document.documentElement.getAttribute('data-comfort') === 'elder'")
    context.close()


def test_nothing_jumps_while_a_page_loads(classroom, root, open_window):
    """The words are on the root before the style sheet is asked for, so the first thing seen is already as it was set."""
    with open_window(viewport=PHONE) as window:
        setting(window.page, "elder dark")
        window.page.add_init_script("""
            new MutationObserver((changes, observer) => {
                if (!document.querySelector('link[rel=stylesheet]')) return;
                window.wordsAtStyleSheet = document.documentElement.getAttribute('data-comfort');
                observer.disconnect();
            }).observe(document, {childList: true, subtree: true});
        """)
        # The scripts of the page never come: what is seen does not wait for them.
        window.page.route("**/*.js", lambda route: route.abort())
        for sample in classroom.samples("lesson"):
            window.page.goto(root + sample.path)
            assert window.page.evaluate("() => window.wordsAtStyleSheet") == "elder dark"
            assert window.page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(26, 25, 28)"
            assert size_of_type(window.page) >= 24


@pytest.mark.parametrize("slip", ["getItem", "setItem", "localStorage"])
def test_a_device_that_remembers_nothing_has_the_bar_all_the_same(slip, root, open_window):
    with open_window(viewport=PHONE) as window:
        page = window.page
        page.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new Error('SecurityError'); }});" if slip == "localStorage"
            else f"Storage.prototype.{slip} = () => {{ throw new Error('QuotaExceededError'); }};"
        )  # fmt: skip
        page.goto(root + "zh/index.html")
        page.click(".comfort-button")
        press(page, "large")
        assert root_words(page) == "large"
        assert not window.complaints


def test_without_script_the_bar_is_not_there_and_the_page_is_complete(classroom, root, open_window):
    with open_window(viewport=PHONE, java_script_enabled=False) as window:
        for kind in ("home", "lesson", "side by side"):
            for sample in classroom.samples(kind):
                window.page.goto(root + sample.path)
                assert window.page.locator(".comfort-button").is_hidden()
                assert window.page.locator(".comfort").is_hidden()
                assert window.page.locator("main h1").is_visible()


def test_the_device_that_asks_for_more_contrast_gets_it_until_its_reader_says_no(host, open_window):
    with open_window(viewport=PHONE, contrast="more", color_scheme="light") as window:
        page = window.page
        page.goto(host + "zh/index.html")
        ink = "() => getComputedStyle(document.body).color"
        assert page.evaluate(ink) == "rgb(0, 0, 0)"
        page.click(".comfort-button")
        assert page.locator('[data-word="contrast"]').get_attribute("aria-pressed") == "true"
        press(page, "contrast")
        assert page.evaluate(ink) != "rgb(0, 0, 0)"
        press(page, "contrast")
        assert page.evaluate(ink) == "rgb(0, 0, 0)"


def test_where_the_device_sets_the_colours_what_is_chosen_is_outlined(host, open_window):
    with open_window(viewport=PHONE, forced_colors="active") as window:
        page = window.page
        page.goto(host + "zh/index.html")
        page.click(".comfort-button")
        outline = "button => getComputedStyle(button).outlineStyle"
        page.locator(".brand").focus()
        assert page.locator('.comfort [data-word=""]').nth(1).evaluate(outline) == "solid"
        assert page.locator('.comfort [data-word="dark"]').evaluate(outline) == "none"


def test_nothing_moves_by_itself_where_the_device_asks_for_less_motion(classroom, host, open_window):
    with open_window(reduced_motion="reduce") as window:
        for sample in [sample for kind in ("home", "lesson", "quiz", "print desk") for sample in classroom.samples(kind)]:
            window.page.goto(host + sample.path)
            assert window.page.evaluate("() => document.getAnimations().length") == 0
            assert window.page.evaluate("() => getComputedStyle(document.documentElement).scrollBehavior") == "auto"
