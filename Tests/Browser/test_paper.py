"""Every page as the browser prints it: what is read, the numbers to call and the page's address; nothing to press."""

import subprocess

import pytest

from classroom import KINDS, assert_none, plain
from comforts import setting
from reading import host_at_base_url

# Leaflets have tests of their own, and the page that asks for the language is not for printing.
PRINTED = [kind for kind in KINDS if kind not in ("leaflet", "language choice", "not found", "edition", "outlet", "certificate")]
A4 = {"format": "A4", "margin": dict.fromkeys(("top", "right", "bottom", "left"), "15mm")}


def printed(page, folder) -> str:
    """The text of the page on paper, without white space."""
    file = folder / "page.pdf"
    page.pdf(path=file, **A4)
    return plain(subprocess.run(["pdftotext", "-raw", file, "-"], check=True, capture_output=True, text=True).stdout)


def colours(page) -> set[str]:
    """The colours of type and ground on paper."""
    page.emulate_media(media="print")
    found = page.evaluate("() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
    page.emulate_media(media="null")
    return set(found)


@pytest.mark.parametrize("kind", PRINTED)
def test_a_page_on_paper_has_its_text_numbers_and_address_and_no_menus(kind, classroom, open_window, tmp_path):
    problems = []
    with open_window(color_scheme="dark") as window:
        host_at_base_url(window.page, classroom)
        for sample in classroom.samples(kind):
            window.page.goto(classroom.absolute(sample.path))
            text = printed(window.page, tmp_path)
            words = classroom.words(sample.language)
            titles = window.page.locator("h1").first.inner_text().splitlines()
            wanted = [*titles, classroom.absolute(sample.path)]
            if window.page.locator(".hotlines").count():
                wanted += classroom.hotlines()
            problems += [f"{sample}: “{one}” is not on paper" for one in wanted if plain(one) not in text]
            unwanted = [words["skip"], words["comfort_done"] + words["comfort_size"], words["take_away"], words["feed"]]
            if kind == "lesson":
                unwanted += [words["quiz_check"], words["show_answer"]]
            problems += [f"{sample}: “{one}” is on paper" for one in unwanted if plain(one) in text]
            if colours(window.page) - {"rgb(0, 0, 0)", "rgb(255, 255, 255)"}:
                problems.append(f"{sample}: it is not black on white: {colours(window.page)}")
    assert_none(problems)


def test_questions_are_printed_without_answers_unless_the_reader_opened_them(classroom, host, open_window, tmp_path):
    for sample in classroom.samples("quiz"):
        with open_window() as window:
            # Without the script every answer stands behind a summary.
            window.page.route("**/quiz*.js", lambda route: route.abort())
            window.page.goto(host + sample.path)
            explanations = [plain(text) for text in window.page.locator(".answer-letters").all_text_contents()]
            questions = [plain(text) for text in window.page.locator(".prompt").all_text_contents()]
            text = printed(window.page, tmp_path)
            assert all(question in text for question in questions)
            assert explanations[0] not in text
            window.page.locator("summary").first.click()
            assert explanations[0] in printed(window.page, tmp_path)


def test_both_languages_are_printed_even_where_one_is_hidden(classroom, host, open_window, tmp_path):
    for sample in classroom.samples("side by side"):
        with open_window(viewport={"width": 360, "height": 780}) as window:
            window.page.goto(host + sample.path)
            assert window.page.locator(".pairs.only-first, .pairs.only-second").count() == 1
            text = printed(window.page, tmp_path)
            for cell in window.page.locator(".cell > p").all():
                words = plain(cell.evaluate("element => element.textContent"))
                assert words[:12] in text


def test_type_is_printed_larger_for_whoever_set_it_larger(classroom, host, open_window):
    sizes = {}
    for words in ("", "elder"):
        with open_window() as window:
            setting(window.page, words)
            window.page.emulate_media(media="print")
            window.page.goto(host + classroom.samples("lesson")[0].path)
            sizes[words] = window.page.evaluate("() => parseFloat(getComputedStyle(document.querySelector('.prose p')).fontSize)")
    assert sizes["elder"] > sizes[""] * 1.2
