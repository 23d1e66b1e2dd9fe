"""Self-checks: step by step with the mouse, with the keyboard, without script; the flowchart and the list for a counter on paper."""

from __future__ import annotations

import re
import subprocess

import pytest
from playwright.sync_api import expect

from classroom import Classroom, Page, assert_none, plain

PHONE = {"width": 320, "height": 700}
DESKTOP = {"width": 1280, "height": 900}
LEAST_PRINT = 9


def tree_of(classroom: Classroom, slug: str, language: str) -> dict[str, list[tuple[str, str]]]:
    """For each heading of a self-check, by its id, its answers and the ids that they lead to: read from the Markdown."""
    tree: dict[str, list[tuple[str, str]]] = {}
    for part in classroom.markdown("selfchecks", slug, language).split("\n## ")[1:]:
        heading = re.match(r".*\{#([^}]+)\}", part)
        tree[heading[1]] = re.findall(r"^(?:[-*+]|\d+\.) \[(.+?)\]\(#(.+?)\)\s*$", part, re.MULTILINE)
    return tree


def slug_of(page: Page) -> str:
    return page.path.split("/")[-1].split(".")[0]


def ways(tree: dict[str, list[tuple[str, str]]]) -> list[list[tuple[str, str]]]:
    """Every way from the first question to an end: answers, each with the id that it leads to."""
    open_ways, finished = [[]], []
    while open_ways:
        way = open_ways.pop()
        answers = tree[way[-1][1] if way else next(iter(tree))]
        if not answers:
            finished.append(way)
        open_ways += [[*way, answer] for answer in answers]
    return finished


def shown(window) -> list[str]:
    """The ids of the steps that a reader sees."""
    return window.page.locator(".step:visible").evaluate_all("steps => steps.map(step => step.id)")


@pytest.fixture(params=["host", "file"])
def root(request, host, file_address) -> str:
    return host if request.param == "host" else file_address


@pytest.mark.parametrize("script", [True, False])
def test_every_answer_leads_to_its_step_and_only_one_is_shown(classroom, root, open_window, script):
    problems = []
    for page in classroom.pages_of("self-check"):
        tree = tree_of(classroom, slug_of(page), page.language)
        with open_window(viewport=PHONE, java_script_enabled=script) as window:
            for way in ways(tree):
                window.page.goto("about:blank")
                window.page.goto(root + page.path)
                expected = next(iter(tree))
                for answer, target in way:
                    window.page.locator(f"#{expected}").wait_for()
                    if (now := shown(window)) != [expected]:
                        problems.append(f"{page}: {now} shown, not {expected}")
                    window.page.locator(f"#{expected} .answers a", has_text=answer).first.click()
                    expected = target
                window.page.locator(f"#{expected}").wait_for()
                if (now := shown(window)) != [expected]:
                    problems.append(f"{page}: {now} shown, not {expected}")
            problems += window.complaints
    assert_none(problems)


def test_every_end_has_a_number_to_tap_and_the_hotlines_stand_below(classroom):
    problems = []
    for page in classroom.pages_of("self-check"):
        tree = tree_of(classroom, slug_of(page), page.language)
        html = classroom.tree(page.path)
        for end in [step for step, answers in tree.items() if not answers]:
            if not html.xpath(f"//section[@id='{end}']//a[starts-with(@href, 'tel:')]"):
                problems.append(f"{page}: no number at {end}")
        if not html.xpath("//section[contains(@class, 'hotlines')]"):
            problems.append(f"{page}: no hotlines")
    assert_none(problems)


def test_the_back_button_goes_one_answer_back_and_the_path_says_what_was_answered(classroom, root, open_window):
    for page in classroom.samples("self-check"):
        tree = tree_of(classroom, slug_of(page), page.language)
        way = max(ways(tree), key=len)
        ids = [next(iter(tree)), *(target for _, target in way)]
        with open_window(viewport=DESKTOP) as window:
            window.page.goto(root + page.path)
            path = window.page.locator(".answered")
            expect(path).to_be_hidden()
            for answer, _ in way:
                window.page.locator(".step:visible .answers a").get_by_text(answer, exact=True).click()
            expect(path.locator("li")).to_have_count(len(way))
            assert all(plain(answer) in plain(path.inner_text()) for answer, _ in way)
            for number in range(len(way) - 1, -1, -1):
                window.page.go_back()
                expect(window.page.locator(f"#{ids[number]}")).to_be_visible()
                assert shown(window) == [ids[number]]
                expect(path.locator("li")).to_have_count(number)
            window.page.go_forward()
            expect(window.page.locator(f"#{ids[1]}")).to_be_visible()
            assert shown(window) == [ids[1]]
            # From the path back to a question, and on from there another way.
            path.locator("a").first.click()
            expect(window.page.locator(f"#{ids[0]}")).to_be_visible()
            assert shown(window) == [ids[0]]
            expect(path).to_be_hidden()
            assert window.complaints == []


def test_start_again_leads_to_the_first_question(classroom, root, open_window):
    for page in classroom.samples("self-check"):
        tree = tree_of(classroom, slug_of(page), page.language)
        first = next(iter(tree))
        with open_window() as window:
            window.page.goto(root + page.path + "#" + list(tree)[-1])
            assert shown(window) == [list(tree)[-1]]
            window.page.get_by_role("link", name=classroom.words(page.language)["selfcheck_start"]).click()
            expect(window.page.locator(f"#{first}")).to_be_visible()
            assert shown(window) == [first]
            expect(window.page.locator(".answered")).to_be_hidden()


def test_with_the_keyboard_alone_the_focus_follows_the_questions(classroom, host, open_window):
    for page in classroom.samples("self-check"):
        tree = tree_of(classroom, slug_of(page), page.language)
        with open_window(viewport=DESKTOP, reduced_motion="reduce") as window:
            window.page.goto(host + page.path)
            step = next(iter(tree))
            window.page.locator(f"#{step} .answers a").first.focus()
            while tree[step]:
                # The last answer: as many tabs further.
                for _ in tree[step][1:]:
                    window.page.keyboard.press("Tab")
                window.page.keyboard.press("Enter")
                step = tree[step][-1][1]
                expect(window.page.locator(f"#{step} h2")).to_be_focused()
                assert window.page.locator(f"#{step} h2").evaluate(
                    "heading => { const box = heading.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }"
                )
                window.page.keyboard.press("Tab")


def test_on_paper_and_without_a_name_for_the_first_all_questions_are_there(classroom, host, open_window):
    """What is hidden on the screen is printed: a form with one question would be of no use."""
    for page in classroom.samples("self-check"):
        tree = tree_of(classroom, slug_of(page), page.language)
        for script in (True, False):
            with open_window(java_script_enabled=script) as window:
                window.page.goto(host + page.path)
                window.page.emulate_media(media="print")
                if script:
                    window.page.evaluate("dispatchEvent(new Event('beforeprint'))")
                assert shown(window) == list(tree)


# The flowchart


def test_the_flowchart_has_every_question_answer_and_end_and_says_them_in_words(classroom):
    problems = []
    for page in classroom.pages_of("flowchart"):
        tree = tree_of(classroom, slug_of(page), page.language)
        svg = classroom.tree(page.path).xpath("//*[local-name()='svg'][contains(@class, 'chart')]")[0]
        texts = plain("".join(svg.xpath(".//*[local-name()='text']//text()")))
        words = plain("".join(svg.xpath("./*[local-name()='desc']//text()")))
        numbers = {step: number for number, step in enumerate(tree, 1)}
        for step, answers in tree.items():
            for answer, target in answers:
                if plain(answer) not in texts:
                    problems.append(f"{page}: “{answer}” is not drawn")
                if plain(f"{answer}→{numbers[target]}") not in words:
                    problems.append(f"{page}: “{answer} → {numbers[target]}” is not said")
        if not svg.xpath("./*[local-name()='title']/text()"):
            problems.append(f"{page}: no title")
    assert_none(problems)


def test_texts_of_the_flowchart_stay_inside_their_boxes_in_this_browsers_font(classroom, host, open_window):
    problems = []
    with open_window(viewport=DESKTOP) as window:
        for page in classroom.pages_of("flowchart"):
            window.page.goto(host + page.path)
            problems += window.page.evaluate("""path => {
                const boxes = [...document.querySelectorAll('.chart-question, .chart-end')].map(box => box.getBoundingClientRect());
                return [...document.querySelectorAll('.chart text')].filter(text => {
                    const own = text.getBoundingClientRect();
                    return !boxes.some(box => own.left >= box.left - 1 && own.right <= box.right + 1 && own.top >= box.top - 2 && own.bottom <= box.bottom + 2);
                }).map(text => path + ': “' + text.textContent + '” sticks out');
            }""", page.path)
        problems += window.complaints
    assert_none(problems)


@pytest.mark.parametrize("kind", ["flowchart", "clerk list"])
def test_each_sheet_prints_on_one_page_of_a4_with_text_of_nine_points_or_more(classroom, host, open_window, tmp_path, kind):
    problems = []
    with open_window() as window:
        window.page.emulate_media(media="print")
        for page in classroom.pages_of(kind):
            window.page.goto(host + page.path)
            file = tmp_path / "sheet.pdf"
            window.page.pdf(path=file, prefer_css_page_size=True)
            told = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
            if not re.search(r"^Pages:\s+1$", told, re.MULTILINE) or "(A4)" not in told:
                problems.append(f"{page}: {re.findall('(?:Pages|Page size):.*', told)}")
            sizes = window.page.evaluate("""() => [...document.querySelectorAll('main *')]
                .filter(part => part.checkVisibility() && [...part.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
                .map(part => parseFloat(getComputedStyle(part).fontSize) * 72 / 96 * (part.closest('svg') ? 96 / 72 : 1))""")
            if min(sizes) < LEAST_PRINT - 0.01:
                problems.append(f"{page}: text of {min(sizes):.1f} points")
    assert_none(problems)


def test_the_list_for_a_counter_sends_to_the_numbers_that_the_flowchart_shows(classroom):
    problems = []
    for page in classroom.pages_of("clerk list"):
        tree = tree_of(classroom, slug_of(page), page.language)
        numbers = {step: number for number, step in enumerate(tree, 1)}
        html = classroom.tree(page.path)
        for step, answers in tree.items():
            section = html.get_element_by_id(step)
            if plain(section.xpath("string(.//h2/span)")) != str(numbers[step]):
                problems.append(f"{page}: {step} is not number {numbers[step]}")
            found = [plain(item.text_content()) for item in section.xpath(".//ul[@class='clerk-answers']/li")]
            expected = [plain(f"{answer}→{numbers[target]}") for answer, target in answers]
            if found != expected:
                problems.append(f"{page}: {found}, not {expected}")
    assert_none(problems)


def test_self_checks_stand_on_the_home_page_and_in_the_menu(classroom):
    slugs = classroom.bundles("selfchecks")
    for page in classroom.pages_of("home"):
        html = classroom.tree(page.path)
        found = html.xpath("//section[.//h2[@id='selfchecks']]//a/@href")
        assert sorted(found) == [f"selfchecks/{slug}.html" for slug in slugs]
        assert html.xpath("//nav[@class='menu']//a[contains(@href, '#selfchecks')]")


# Drawings in texts


def test_drawings_in_texts_are_not_read_aloud_and_can_be_seen_by_day_and_by_night(classroom, host, open_window):
    problems = []
    with open_window(viewport=PHONE) as window:
        for kind in ("lesson", "case"):
            for page in classroom.samples(kind):
                window.page.goto(host + page.path)
                for scheme in ("light", "dark"):
                    window.page.emulate_media(color_scheme=scheme)
                    told = window.page.locator("svg.icon").evaluate_all("""icons => icons.map(icon => {
                        const style = getComputedStyle(icon), box = icon.getBoundingClientRect();
                        return [icon.getAttribute('aria-hidden'), box.width >= 18, style.color !== style.backgroundColor];
                    })""")
                    if not told or any(one != ["true", True, True] for one in told):
                        problems.append(f"{page} ({scheme}): {told}")
    assert_none(problems)


def test_the_bars_of_a_table_are_as_long_as_its_figures(classroom, host, open_window):
    with open_window(viewport=DESKTOP) as window:
        for language in classroom.tags:
            window.page.goto(f"{host}{language}/pages/volunteers.html")
            rows = window.page.locator("tr:has(svg.bar)").evaluate_all("""rows => rows.map(row =>
                [row.querySelector('.bar rect').getBoundingClientRect().width, parseFloat(row.lastElementChild.textContent)])""")
            assert len(rows) >= 2
            lengths = {round(width / figure, 1) for width, figure in rows}
            assert max(lengths) - min(lengths) <= 0.1 * max(lengths), rows
