"""What a reader has read and answered: shown on home and topic pages, kept on the device only, and forgotten when asked to."""

import pytest
from playwright.sync_api import expect

from classroom import assert_none

LESSON = "fake-police"


def read_and_answer(page, address: str, lesson: str = LESSON) -> tuple[int, int]:
    """Reads a lesson to its quiz and answers that, the first question wrongly; how many were right, and of how many."""
    page.goto(f"{address}lessons/{lesson}.html")
    page.locator("[data-quiz]").scroll_into_view_if_needed()
    questions = page.locator(".question").all()
    for number, question in enumerate(questions):
        inputs = question.locator("input[data-right]" if number else "input:not([data-right])")
        for option in inputs.all() if number else inputs.all()[:1]:
            question.locator(f"label[for='{option.get_attribute('id')}']").click()
        question.locator(".check").click()
    return len(questions) - 1, len(questions)


def card(page, lesson: str = LESSON):
    return page.locator(f"[data-lesson='lessons/{lesson}']")


@pytest.fixture(params=["zh-host-320", "en-folder-1280"])
def reader(request, classroom, host, file_address, open_window):
    """A page, the address of its language, and the words of that; nothing is complained of."""
    language, place, width = request.param.split("-")
    with open_window(viewport={"width": int(width), "height": 700}, reduced_motion="reduce") as window:
        yield window.page, f"{host if place == 'host' else file_address}{language}/", classroom.words(language)
        assert_none(window.complaints)


def test_whoever_is_new_sees_nothing_of_it(reader):
    page, address, words = reader
    for path in ("index.html", "topics/impersonation.html"):
        page.goto(address + path)
        expect(page.locator("[data-progress]")).not_to_be_visible()
        expect(page.locator(".badge")).to_have_count(0)


def test_opening_a_lesson_is_not_reading_it(reader):
    page, address, words = reader
    page.goto(f"{address}lessons/{LESSON}.html")
    page.goto(address + "topics/impersonation.html")
    expect(page.locator("[data-progress]")).not_to_be_visible()


def test_what_was_read_and_answered_is_shown_and_the_next_lesson_is_offered(reader):
    page, address, words = reader
    right, count = read_and_answer(page, address)
    page.goto(address + "topics/impersonation.html")
    assert words["progress_read"] in card(page).inner_text()
    assert f"{words['progress_quiz']} {right}/{count}" in card(page).inner_text()
    cards = page.locator("[data-lesson]")
    panel = page.locator("[data-progress]")
    expect(panel.get_by_text(words["progress_count"].replace("{0}", "1").replace("{1}", str(cards.count())))).to_be_visible()
    following = next(item for item in cards.all() if item.get_attribute("data-lesson") != f"lessons/{LESSON}")
    link = panel.get_by_role("link")
    assert link.inner_text() == following.locator("h3 a").inner_text()
    target = following.get_attribute("data-lesson")
    link.click()
    assert page.url.endswith(target + ".html")


def test_the_better_result_is_kept_and_another_language_knows_of_it(reader, classroom):
    page, address, words = reader
    right, count = read_and_answer(page, address)
    page.locator(".score button").first.click()
    question = page.locator(".question").first
    option = question.locator("input[data-right]").first.get_attribute("id")
    question.locator(f"label[for='{option}']").click()
    question.locator(".check").click()
    read_and_answer(page, address)
    for language in classroom.tags:
        page.goto(address.rsplit("/", 2)[0] + f"/{language}/topics/impersonation.html")
        assert f"{count}/{count}" in card(page).inner_text()


def test_the_quiz_alone_does_not_count_as_reading(reader):
    page, address, words = reader
    page.goto(f"{address}quizzes/{LESSON}.html")
    page.keyboard.press("End")
    page.wait_for_timeout(200)
    page.goto(address + "topics/impersonation.html")
    expect(page.locator(".badge")).to_have_count(0)


def test_everything_is_forgotten_when_asked_to_and_not_by_a_slip_of_the_thumb(reader):
    page, address, words = reader
    read_and_answer(page, address)
    page.goto(address + "index.html")
    before = page.evaluate("localStorage.getItem('progress')")
    page.get_by_role("button", name=words["progress_forget"]).click()
    page.get_by_role("button", name=words["progress_no"], exact=True).click()
    assert page.evaluate("localStorage.getItem('progress')") == before
    page.get_by_role("button", name=words["progress_forget"]).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=words["progress_yes"], exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text(words["progress_forgotten"])).to_be_focused()
    assert page.evaluate("localStorage.getItem('progress')") is None
    expect(page.locator(".badge")).to_have_count(0)
    page.reload()
    expect(page.locator("[data-progress]")).not_to_be_visible()


@pytest.mark.parametrize("stored", ["", "null", "[]", "{", '"text"', '{"lessons/fake-police": null}'])
def test_what_something_else_has_stored_does_no_harm(stored, host, classroom, open_window):
    with open_window() as window:
        window.page.goto(host + "zh/index.html")
        window.page.evaluate("text => localStorage.setItem('progress', text)", stored)
        for path in ("zh/index.html", f"zh/lessons/{LESSON}.html", f"zh/contests/{classroom.bundles('contests')[0]}.html"):
            window.page.goto(host + path)
        assert_none(window.complaints)
