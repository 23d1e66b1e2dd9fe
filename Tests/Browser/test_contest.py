"""Contests: drawn, answered, timed or not, handed in; the code is read by the program; the certificate is printed."""

import re
import subprocess
from collections import Counter

import pytest
from playwright.sync_api import expect

from classroom import Classroom, assert_none, plain
from conftest import TODAY
from test_accessibility import violations_everywhere

PLACES = [("zh", "host", 320), ("en", "folder", 1280)]


class Contest:
    """A contest in a reader's window."""

    def __init__(self, window, classroom: Classroom, language: str, root: str):
        self.window, self.page, self.words = window, window.page, classroom.words(language)
        [self.slug] = classroom.bundles("contests")
        self.rules = classroom.front_matter("contests", self.slug)
        self.count = self.rules["questions"]
        self.page.goto(f"{root}{language}/contests/{self.slug}.html")

    def button(self, word: str):
        return self.page.get_by_role("button", name=self.words[word], exact=True)

    @property
    def question(self):
        """The one that is asked."""
        return self.page.locator("[data-questions] .question:visible")

    @property
    def clock(self):
        return self.page.get_by_role("timer")

    def choose(self, rightly: bool = True) -> None:
        question = self.question
        inputs = question.locator("input[data-right]" if rightly else "input:not([data-right])")
        for option in inputs.all() if rightly else inputs.all()[:1]:
            question.locator(f"label[for='{option.get_attribute('id')}']").click()

    def answer(self, right: int, open_ones: int = 0) -> None:
        """Answers all questions but some, so many of them rightly, and stands at the last."""
        for number in range(self.count):
            if number < self.count - open_ones:
                self.choose(number < right)
            if number < self.count - 1:
                self.button("contest_next").click()

    def code(self) -> str:
        return self.page.locator("[data-code]").inner_text()


@pytest.fixture(params=PLACES, ids=lambda place: "-".join(map(str, place)))
def contest(request, classroom, host, file_address, open_window):
    """In Chinese on a small telephone from a host, and in English on a desktop from a folder; nothing is complained of."""
    language, place, width = request.param
    with open_window(viewport={"width": width, "height": 800}, reduced_motion="reduce") as window:
        yield Contest(window, classroom, language, host if place == "host" else file_address)
        assert_none(window.complaints)


@pytest.fixture
def verify(request, classroom):
    """Reads a code with the program, as a volunteer would who is offline."""
    program = request.config.getoption("--program")

    def read(code: str) -> tuple[int, str]:
        arguments = [program, "verify", code, "--root", str(classroom.project), "--quiet", "--language", "en"]
        run = subprocess.run(arguments, capture_output=True, text=True)
        return run.returncode, run.stdout

    return read


def test_a_winner_gets_a_code_that_the_program_reads(contest, verify):
    contest.button("contest_begin").click()
    contest.answer(right=contest.count)
    contest.button("contest_hand_in").click()
    expect(contest.page.get_by_role("heading", name=contest.words["contest_passed"])).to_be_focused()
    status, told = verify(contest.code())
    assert status == 0, told
    assert "good: passed" in told and f"{contest.count} of {contest.count} right" in told
    assert f"contests/{contest.slug}" in told
    assert contest.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "wider than the window"


def test_one_too_few_is_told_and_the_code_says_so(contest, verify):
    contest.button("contest_begin").click()
    contest.answer(right=contest.rules["pass"] - 1)
    contest.button("contest_hand_in").click()
    assert contest.words["contest_failed"] in contest.page.locator("[data-outcome]").inner_text()
    expect(contest.page.get_by_role("link", name=contest.words["contest_certificate"])).to_have_count(0)
    status, told = verify(contest.code())
    assert status == 0 and "good: not passed" in told
    assert f"{contest.rules['pass'] - 1} of {contest.count} right" in told


def test_just_enough_is_a_pass(contest, verify):
    contest.button("contest_begin").click()
    contest.answer(right=contest.rules["pass"])
    contest.button("contest_hand_in").click()
    assert "good: passed" in verify(contest.code())[1]


def test_a_slip_in_copying_is_noticed_and_put_right(contest, verify):
    contest.button("contest_begin").click()
    contest.answer(right=contest.count)
    contest.button("contest_hand_in").click()
    code = contest.code()
    assert re.fullmatch("([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}", code)
    slip = code[:7] + ("A" if code[7] != "A" else "B") + code[8:]
    status, told = verify(slip)
    assert status == 1 and code in told


def test_every_draw_is_another_about_many_things_with_true_letters(contest):
    draws = set()
    for _ in range(3):
        contest.page.reload()
        contest.button("contest_begin").click()
        items = contest.page.locator("[data-questions] .question")
        expect(items).to_have_count(contest.count)
        draws.add(tuple(item.get_attribute("id") for item in items.all()))
        lessons = Counter(item.get_attribute("data-title") for item in items.all())
        assert max(lessons.values()) == 1, "two questions of one lesson, though there are enough lessons"
        for item in items.all():
            letters = item.locator(".option .letter").all_text_contents()
            assert letters == list("ABCDEFGH"[: len(letters)])
            right = item.locator(".option:has(input[data-right]) .letter").all_text_contents()
            told = item.locator(".answer-letters").text_content()
            assert plain(told) == plain(contest.words["answer_label"] + contest.words["answer_separator"].join(right))
            assert item.locator(".nudge").count() == 0, "a contest gives no hints"
    assert len(draws) == 3


def test_one_can_go_back_and_think_again_and_open_questions_are_told(contest):
    contest.button("contest_begin").click()
    contest.choose(rightly=False)
    contest.button("contest_next").click()
    contest.button("contest_back").click()
    contest.question.locator("label").first.click()
    contest.answer(right=contest.count, open_ones=2)
    contest.button("contest_hand_in").click()
    assert contest.words["contest_open"].format(2) in contest.page.get_by_role("alert").all_inner_texts()
    contest.button("contest_to_open").click()
    place = contest.words["contest_place"].format(contest.count - 1, contest.count)
    expect(contest.page.get_by_role("heading", name=place)).to_be_focused()
    contest.button("contest_next").click()
    contest.button("contest_hand_in").click()
    contest.button("contest_hand_in_anyhow").click()
    review = contest.page.locator("[data-review]").inner_text()
    assert review.count(contest.words["contest_none"]) == 2
    assert contest.words["contest_read"].strip() in review


def test_the_answers_come_after_handing_in_with_reasons_and_links_to_the_lessons(contest, classroom):
    contest.button("contest_begin").click()
    for number in range(contest.count):
        assert not contest.question.locator(".mark").count()
        assert not contest.question.locator(".answer").is_visible()
        contest.choose(rightly=number > 0)
        if number < contest.count - 1:
            contest.button("contest_next").click()
    contest.button("contest_hand_in").click()
    questions = contest.page.locator("[data-review] .question")
    expect(questions).to_have_count(contest.count)
    for question in questions.all():
        assert question.locator(".verdict .explanation").inner_text().strip()
    link = questions.first.locator(".verdict-more a")
    link.click()
    assert "/lessons/" in contest.page.url or "/cases/" in contest.page.url


def test_the_clock_warns_in_time_can_be_extended_again_and_again_and_switched_off(contest):
    minutes = contest.rules["minutes"]
    contest.page.clock.install()
    contest.page.reload()
    contest.button("contest_begin").click()
    expect(contest.clock).to_have_text(contest.words["contest_left"].format(minutes))
    contest.page.clock.fast_forward((minutes - 2) * 60_000 - 5_000)
    expect(contest.button("contest_extend")).not_to_be_visible()
    for _ in range(11):
        contest.page.clock.fast_forward(6_000)
        expect(contest.button("contest_extend")).to_be_visible()
        assert contest.words["contest_soon"] in contest.page.get_by_role("alert").all_inner_texts()
        contest.button("contest_extend").click()
        expect(contest.button("contest_extend")).not_to_be_visible()
        contest.page.clock.fast_forward(5 * 60_000 - 6_000)
    contest.page.clock.fast_forward(6_000)
    contest.button("contest_unlimited").click()
    expect(contest.clock).to_have_text(contest.words["contest_no_limit"])
    contest.page.clock.fast_forward(10 * 3_600_000)
    expect(contest.question).to_have_count(1)


def test_when_time_is_up_what_was_answered_counts(contest, verify):
    contest.page.clock.install()
    contest.page.reload()
    contest.button("contest_begin").click()
    contest.choose()
    contest.page.clock.fast_forward(contest.rules["minutes"] * 60_000 + 1_000)
    expect(contest.page.get_by_text(contest.words["contest_time_up"])).to_be_visible()
    assert f"1 of {contest.count} right" in verify(contest.code())[1]


def test_without_a_clock_nothing_runs_out(contest):
    contest.page.clock.install()
    contest.page.reload()
    contest.page.get_by_label(contest.words["contest_clock_off"]).check()
    contest.button("contest_begin").click()
    contest.page.clock.fast_forward(24 * 3_600_000)
    expect(contest.clock).to_have_text(contest.words["contest_no_limit"])
    expect(contest.question).to_have_count(1)


def test_the_keyboard_alone_is_enough(contest):
    press = contest.page.keyboard.press
    contest.button("contest_begin").focus()
    press("Enter")
    for number in range(contest.count):
        place = contest.words["contest_place"].format(number + 1, contest.count)
        expect(contest.page.get_by_role("heading", name=place)).to_be_focused()
        press("Tab")
        press("Space")
        target = contest.button("contest_next" if number < contest.count - 1 else "contest_hand_in")
        for _ in range(12):
            press("Tab")
            if target.evaluate("button => button === document.activeElement"):
                break
        expect(target).to_be_focused()
        press("Enter")
    expect(contest.page.locator("[data-verdict]")).to_be_focused()


def test_the_code_of_the_last_time_is_still_there_for_who_left_too_early(contest):
    contest.button("contest_begin").click()
    contest.answer(right=contest.count)
    contest.button("contest_hand_in").click()
    code = contest.code()
    contest.page.reload()
    assert code in contest.page.locator("[data-start]").inner_text()
    contest.button("contest_begin").click()
    expect(contest.question).to_have_count(1)


def test_the_certificate_bears_the_result_and_a_name_that_goes_nowhere(contest):
    contest.button("contest_begin").click()
    contest.answer(right=contest.count)
    contest.button("contest_hand_in").click()
    code = contest.code()
    contest.page.get_by_role("link", name=contest.words["contest_certificate"]).click()
    contest.page.wait_for_load_state("networkidle")
    asked = []
    contest.page.on("request", lambda request: asked.append(request.url))
    contest.page.get_by_label(contest.words["certificate_your_name"]).fill("周小满 <b>Zhou</b>")
    sheet = contest.page.locator("[data-certificate]")
    shown = plain(sheet.inner_text())
    for wanted in ("周小满 <b>Zhou</b>", code, f"{contest.count} / {contest.count}"):
        assert plain(wanted) in shown
    stored = contest.page.evaluate("JSON.stringify([localStorage, sessionStorage, document.cookie, location.href])")
    assert "Zhou" not in stored and asked == []
    contest.page.reload()
    assert "Zhou" not in contest.page.content()
    expect(contest.page.get_by_label(contest.words["certificate_your_name"])).to_have_value("")


def test_a_code_that_is_none_or_no_pass_leaves_the_certificate_blank(contest):
    address = contest.page.url.replace("/contests/", "/certificates/")
    for fragment in ("", "#", "#AAAA-AAAA-AAAA-AAAA", "#%3Cb%3E", "#<img src=x onerror=alert(1)>", "#%"):
        contest.page.goto("about:blank")
        contest.page.goto(address + fragment)
        for slot in ("right", "of", "day", "code"):
            assert contest.page.locator(f"[data-certificate] [data-{slot}]").inner_text() == "", fragment


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scripting", [True, False])
def test_the_certificate_prints_alone_on_one_sheet_also_blank(language, scripting, classroom, file_address, open_window, tmp_path):
    words = classroom.words(language)
    [slug] = classroom.bundles("contests")
    with open_window(java_script_enabled=scripting) as window:
        window.page.goto(f"{file_address}{language}/certificates/{slug}.html")
        window.page.emulate_media(media="print")
        visible = window.page.locator("body").inner_text()
        assert words["certificate_lead"] not in visible and words["certificate_your_name"] not in visible
        assert words["certificate_heading"] in visible
        window.page.emulate_media(media="null")
        file = tmp_path / "certificate.pdf"
        window.page.pdf(path=str(file), prefer_css_page_size=True)
        told = subprocess.run(["pdfinfo", str(file)], capture_output=True, text=True, check=True).stdout
        assert re.search(r"Pages:\s+1\n", told), told
        assert_none(window.complaints)


@pytest.mark.parametrize("language, place", [("zh", "folder"), ("en", "host")])
def test_without_script_the_page_says_how_to_take_part_and_leads_to_the_lessons(
    language, place, classroom, host, file_address, open_window
):
    words = classroom.words(language)
    [slug] = classroom.bundles("contests")
    with open_window(java_script_enabled=False) as window:
        window.page.goto(f"{host if place == 'host' else file_address}{language}/contests/{slug}.html")
        shown = window.page.locator("main").inner_text()
        assert words["contest_without_script"] in shown
        assert words["contest_begin"] not in shown
        expect(window.page.locator(".question:visible")).to_have_count(0)
        topics = classroom.front_matter("contests", slug)["topics"]
        for folder in ("lessons", "cases"):
            for bundle in classroom.bundles(folder):
                links = window.page.locator(f".contest-lessons a[href='../{folder}/{bundle}.html']")
                wanted = classroom.front_matter(folder, bundle)["topic"] in topics
                expect(links).to_have_count(1 if wanted else 0)
        assert_none(window.complaints)


def test_home_and_footer_lead_to_the_contest(classroom):
    for language in classroom.tags:
        tree = classroom.tree(f"{language}/index.html")
        for slug in classroom.bundles("contests"):
            assert tree.xpath(f"//main//a[@href='contests/{slug}.html']")
            assert tree.xpath(f"//footer//a[@href='contests/{slug}.html']")
    assert TODAY < str(classroom.front_matter("contests", classroom.bundles("contests")[0])["expires"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_axe_finds_nothing_while_questions_are_asked_and_after_handing_in(language, classroom, host, open_window):
    problems = []
    with open_window(reduced_motion="reduce", bypass_csp=True) as window:
        contest = Contest(window, classroom, language, host)
        contest.button("contest_begin").click()
        problems += violations_everywhere(window.page, "asked")
        contest.answer(right=contest.count - 2, open_ones=1)
        contest.button("contest_hand_in").click()
        problems += violations_everywhere(window.page, "about to hand in")
        contest.button("contest_hand_in_anyhow").click()
        problems += violations_everywhere(window.page, "handed in")
    assert_none(problems)
