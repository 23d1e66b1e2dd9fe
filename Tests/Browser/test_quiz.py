"""The quiz: with the mouse, with the keyboard, without script; from a host with a security policy and from a folder."""

import pytest
from playwright.sync_api import expect

from classroom import Classroom, Page, assert_none, plain

SINGLE, MULTIPLE, TRUE_FALSE = "single choice", "multiple choice", "true or false"


class Quiz:
    """A quiz in a reader's window, and what it ought to say."""

    def __init__(self, window, classroom: Classroom, sample: Page, address: str):
        self.page = window.page
        self.words = classroom.words(sample.language)
        slug = sample.path.split("/")[-1].removesuffix(".html")
        self.right = classroom.right_options("lessons", slug, sample.language)
        tree = classroom.tree(sample.path)
        # What is said after a question, as it stands in the page without script.
        self.explanations = [
            "".join("".join(part.itertext()) for part in question.xpath(".//*[@class='explanation']"))
            for question in tree.xpath("//*[@data-quiz]//li[contains(@class, 'question')]")
        ]
        self.remarks = {part.get("data-for"): "".join(part.xpath("./div//text()")) for part in tree.xpath("//*[@data-for]")}
        self.page.goto(address)
        self.item = self.page.locator("[data-quiz]")

    def question(self, number: int):
        return self.page.locator(".question").nth(number)

    def options(self, number: int):
        return self.question(number).get_by_role("radio").or_(self.question(number).get_by_role("checkbox"))

    def check_button(self, number: int):
        return self.question(number).get_by_role("button", name=self.words["quiz_check"])

    def retry_button(self):
        return self.item.get_by_role("button", name=self.words["quiz_retry"])

    def right_choice(self, number: int) -> list[int]:
        return [index for index, is_right in enumerate(self.right[number]) if is_right]

    def wrong_choice(self, number: int) -> list[int]:
        return [self.right[number].index(False)]

    def answer(self, number: int, choice: list[int]) -> None:
        """Answers a question with the mouse; `choice` counts the options as they are written."""
        for option in choice:
            self.question(number).locator(f"label[for='q{number + 1}-{option + 1}']").click()
        self.check_button(number).click()

    def answer_by_keyboard(self, number: int, choice: list[int]) -> None:
        """Answers a question with the keyboard; the focus must be on its first option."""
        press = self.page.keyboard.press
        kind = self.options(number).first.get_attribute("type")
        # Another round may have put the options in another order.
        ids = [option.get_attribute("id") for option in self.options(number).all()]
        choice = sorted(ids.index(f"q{number + 1}-{option + 1}") for option in choice)
        for option in range(len(self.right[number])):
            if kind == "radio":
                if option == choice[0]:
                    press("Space")
                    break
                press("ArrowDown")
            else:
                if option in choice:
                    press("Space")
                press("Tab")
        if kind == "radio":
            press("Tab")
        expect(self.check_button(number)).to_be_focused()
        press("Enter")

    def shown(self, number: int) -> str:
        """The text of a question that a reader can see."""
        return plain(self.question(number).inner_text())

    def verdict_is_announced(self, number: int, word: str) -> bool:
        """Whether a screen reader is told: the text stands in a live region, or got the focus."""
        return self.question(number).evaluate(
            """(item, word) => [document.activeElement, ...item.querySelectorAll('[aria-live], [role=status], [role=alert]')]
                .some(part => item.contains(part) && part !== item && part.innerText.includes(word))""",
            word,
        )

    def marks(self, number: int) -> list[str]:
        """For each option the word that marks it as right or wrong, or nothing."""
        words = {"right": self.words["quiz_mark_right"], "wrong": self.words["quiz_mark_wrong"]}
        texts = self.question(number).locator("label").all_inner_texts()
        return ["+".join(name for name, word in words.items() if word in text) for text in texts]


def kinds_of(classroom: Classroom, slug: str, language: str) -> set[str]:
    """The kinds of question in a lesson's quiz."""
    kinds = set()
    for right in classroom.right_options("lessons", slug, language):
        is_true_false = len(right) == 2 and sum(right) == 1
        kinds.add(TRUE_FALSE if is_true_false else SINGLE if sum(right) == 1 else MULTIPLE)
    return kinds


def sample_with_all_kinds(classroom: Classroom, kind: str, language: str) -> Page:
    """The first lesson, or quiz alone, with questions of every kind."""
    for slug in classroom.bundles("lessons"):
        if kinds_of(classroom, slug, language) == {SINGLE, MULTIPLE, TRUE_FALSE}:
            return next(page for page in classroom.pages_of(kind, language) if page.path.endswith(f"/{slug}.html"))
    pytest.fail("no lesson has a quiz with questions of every kind")


@pytest.fixture(params=["lesson-zh-host", "quiz-en-folder"])
def quiz(request, classroom, host, file_address, open_window):
    """A quiz at the end of its lesson in Chinese on a host, and one alone in English from a folder.

    The browser must have nothing to complain of.
    """
    kind, language, place = request.param.split("-")
    sample = sample_with_all_kinds(classroom, kind, language)
    with open_window(reduced_motion="reduce") as window:
        yield Quiz(window, classroom, sample, (host if place == "host" else file_address) + sample.path)
        assert_none(window.complaints)


def test_a_right_answer_is_praised_explained_and_marked_in_words(quiz):
    for number in range(len(quiz.right)):
        quiz.answer(number, quiz.right_choice(number))
        assert plain(quiz.words["quiz_right"]) in quiz.shown(number)
        assert plain(quiz.explanations[number]) in quiz.shown(number)
        assert quiz.marks(number) == ["right" if is_right else "" for is_right in quiz.right[number]]
        assert quiz.verdict_is_announced(number, quiz.words["quiz_right"])
        assert quiz.verdict_is_announced(number, quiz.explanations[number].strip()[:10])


def test_a_wrong_answer_is_corrected_explained_and_marked_in_words(quiz):
    for number, right in enumerate(quiz.right):
        wrong = quiz.wrong_choice(number)
        quiz.answer(number, wrong)
        shown = quiz.shown(number)
        assert plain(quiz.words["quiz_wrong"]) in shown
        assert plain(quiz.words["quiz_right"]) not in shown
        letters = quiz.words["answer_separator"].join("ABCDEFGH"[index] for index in quiz.right_choice(number))
        assert plain(quiz.words["answer_label"] + letters) in shown
        assert plain(quiz.explanations[number]) in shown
        option = quiz.options(number).nth(wrong[0]).get_attribute("id")
        assert plain(quiz.remarks.get(option, "")) in shown, f"the remark on option {wrong[0] + 1} is missing"
        expected = ["right" if is_right else "wrong" if index in wrong else "" for index, is_right in enumerate(right)]
        assert quiz.marks(number) == expected
        assert quiz.verdict_is_announced(number, quiz.words["quiz_wrong"])
        assert quiz.verdict_is_announced(number, quiz.explanations[number].strip()[:10])


def test_a_part_of_a_multiple_choice_is_not_enough(quiz):
    number = next(number for number, right in enumerate(quiz.right) if sum(right) > 1)
    quiz.answer(number, quiz.right_choice(number)[:1])
    assert plain(quiz.words["quiz_partly"]) in quiz.shown(number)
    assert plain(quiz.words["quiz_right"]) not in quiz.shown(number)


def test_every_option_of_a_multiple_choice_is_too_much(quiz):
    number = next((number for number, right in enumerate(quiz.right) if sum(right) > 1 and not all(right)))
    quiz.answer(number, list(range(len(quiz.right[number]))))
    assert plain(quiz.words["quiz_right"]) not in quiz.shown(number)


def test_checking_before_choosing_asks_for_a_choice_and_gives_nothing_away(quiz):
    quiz.check_button(0).click()
    assert plain(quiz.words["quiz_choose_first"]) in quiz.shown(0)
    assert quiz.verdict_is_announced(0, quiz.words["quiz_choose_first"])
    assert plain(quiz.explanations[0]) not in quiz.shown(0)
    assert not any(quiz.marks(0))


def test_an_answer_cannot_be_changed_once_it_is_checked(quiz):
    quiz.answer(0, quiz.wrong_choice(0))
    for option in quiz.options(0).all():
        expect(option).to_be_disabled()
    expect(quiz.check_button(0)).to_have_count(0)


def test_the_score_comes_at_the_end_and_trying_again_starts_afresh(quiz):
    count = len(quiz.right)
    for number in range(count):
        assert plain(quiz.words["quiz_score"]) not in plain(quiz.item.inner_text()), "the score comes before the end"
        quiz.answer(number, quiz.wrong_choice(number) if number == 0 else quiz.right_choice(number))
    assert plain(f"{quiz.words['quiz_score']} {count - 1} / {count}") in plain(quiz.item.inner_text())
    assert plain(quiz.words["quiz_some_right"]) in plain(quiz.item.inner_text())

    quiz.retry_button().click()
    assert plain(quiz.words["quiz_score"]) not in plain(quiz.item.inner_text())
    expect(quiz.options(0).first).to_be_focused()
    for number in range(count):
        assert not any(quiz.marks(number))
        assert plain(quiz.explanations[number]) not in quiz.shown(number)
        expect(quiz.check_button(number)).to_be_visible()
        for option in quiz.options(number).all():
            expect(option).to_be_enabled()
            expect(option).not_to_be_checked()

    for number in range(count):
        quiz.answer(number, quiz.right_choice(number))
    assert plain(f"{quiz.words['quiz_score']} {count} / {count}") in plain(quiz.item.inner_text())
    assert plain(quiz.words["quiz_all_right"]) in plain(quiz.item.inner_text())


def test_a_part_of_a_multiple_choice_is_counted_in_words(quiz):
    number = next(number for number, right in enumerate(quiz.right) if sum(right) > 1)
    quiz.answer(number, quiz.right_choice(number)[:1] + quiz.wrong_choice(number))
    counts = quiz.words["quiz_counts"].format(1, sum(quiz.right[number]) - 1, 1)
    assert plain(counts) in quiz.shown(number)


def test_only_what_was_missed_is_asked_again(quiz):
    count = len(quiz.right)
    for number in range(count):
        quiz.answer(number, quiz.wrong_choice(number) if number in (0, 2) else quiz.right_choice(number))
    quiz.item.get_by_role("button", name=quiz.words["quiz_retry_wrong"]).click()
    expect(quiz.options(0).first).to_be_focused()
    for number in range(count):
        asked = number in (0, 2)
        assert any(quiz.marks(number)) != asked, f"question {number + 1}"
        assert (plain(quiz.explanations[number]) in quiz.shown(number)) != asked, f"question {number + 1}"
        expect(quiz.check_button(number)).to_have_count(1 if asked else 0)
    for number in (0, 2):
        for option in quiz.question(number).locator("input[data-right]").all():
            quiz.question(number).locator(f"label[for='{option.get_attribute('id')}']").click()
        quiz.check_button(number).click()
    assert plain(f"{quiz.words['quiz_score']} {count} / {count}") in plain(quiz.item.inner_text())
    expect(quiz.item.get_by_role("button", name=quiz.words["quiz_retry_wrong"])).to_have_count(0)


def test_another_round_deals_the_options_anew_and_the_letters_stay_true(quiz):
    orders = set()
    for _ in range(8):
        for number in range(len(quiz.right)):
            for option in quiz.question(number).locator("input[data-right]").all():
                quiz.question(number).locator(f"label[for='{option.get_attribute('id')}']").click()
            quiz.check_button(number).click()
        for number in range(len(quiz.right)):
            letters = [text.strip()[0] for text in quiz.question(number).locator("label").all_inner_texts()]
            assert letters == list("ABCDEFGH"[: len(letters)])
            right = quiz.question(number).locator(".option:has(input[data-right]) .letter").all_inner_texts()
            told = quiz.question(number).locator(".answer .answer-letters").text_content()
            assert plain(told) == plain(quiz.words["answer_label"] + quiz.words["answer_separator"].join(right))
            for remark in quiz.question(number).locator(".answer .feedback").all():
                option = quiz.page.locator(f".option:has(#{remark.get_attribute('data-for')}) .letter")
                assert remark.locator(".letter").text_content() == option.inner_text()
        ids = [option.get_attribute("id") for option in quiz.item.locator("input").all()]
        orders.add(tuple(ids))
        pairs = [option for option in ids if len(quiz.right[int(option[1:].split("-")[0]) - 1]) == 2]
        assert pairs == sorted(pairs), "true-or-false was dealt anew"
        quiz.retry_button().click()
    assert len(orders) > 2, "the options always come in the same order"


@pytest.mark.parametrize("scripting", [True, False])
def test_a_hint_is_folded_away_until_somebody_asks_for_it(scripting, classroom, file_address, open_window):
    language = classroom.source
    words = classroom.words(language)
    found = [
        page for page in classroom.pages_of("lesson", language) if classroom.tree(page.path).xpath("//details[@class='nudge']")
    ]
    assert found, "no lesson has a hint"
    with open_window(java_script_enabled=scripting) as window:
        window.page.goto(file_address + found[0].path)
        hint = window.page.locator(".nudge").first
        expect(hint.locator("div")).not_to_be_visible()
        hint.locator("summary").focus()
        window.page.keyboard.press("Enter")
        expect(hint.locator("div")).to_be_visible()
        assert words["show_hint"] in hint.inner_text()
        assert_none(window.complaints)


def test_the_keyboard_alone_is_enough_from_the_first_question_to_the_next_round(quiz):
    for _ in range(200):
        quiz.page.keyboard.press("Tab")
        if quiz.question(0).locator(":focus").count():
            break
    expect(quiz.options(0).first).to_be_focused()
    for number in range(len(quiz.right)):
        quiz.answer_by_keyboard(number, quiz.right_choice(number))
        assert plain(quiz.words["quiz_right"]) in quiz.shown(number)
        quiz.page.keyboard.press("Tab")
        following = quiz.options(number + 1).first if number + 1 < len(quiz.right) else quiz.retry_button()
        expect(following).to_be_focused()
    assert plain(f"{len(quiz.right)} / {len(quiz.right)}") in plain(quiz.item.inner_text())
    quiz.page.keyboard.press("Enter")
    expect(quiz.options(0).first).to_be_focused()
    quiz.answer_by_keyboard(0, quiz.wrong_choice(0))
    assert plain(quiz.words["quiz_wrong"]) in quiz.shown(0)


@pytest.mark.parametrize("kind, language, place", [("lesson", "en", "folder"), ("quiz", "zh", "host")])
def test_without_script_every_question_can_be_read_and_its_answer_opened(
    kind, language, place, classroom, host, file_address, open_window
):
    sample = sample_with_all_kinds(classroom, kind, language)
    with open_window(java_script_enabled=False) as window:
        quiz = Quiz(window, classroom, sample, (host if place == "host" else file_address) + sample.path)
        for number, right in enumerate(quiz.right):
            before = quiz.shown(number)
            texts = quiz.question(number).locator("label").all_inner_texts()
            assert len(texts) == len(right) and all(text.strip() for text in texts)
            assert plain(quiz.explanations[number]) not in before
            assert plain(quiz.words["answer_label"]) not in before
            expect(quiz.question(number).get_by_role("button")).to_have_count(0)

            quiz.question(number).get_by_text(quiz.words["show_answer"]).click()
            after = quiz.shown(number)
            letters = quiz.words["answer_separator"].join("ABCDEFGH"[index] for index in quiz.right_choice(number))
            assert plain(quiz.words["answer_label"] + letters) in after
            assert plain(quiz.explanations[number]) in after
        assert_none(window.complaints)
