"""Every word of a lesson that a format prints is found again by pdftotext, where the format's file puts it and in the
order in which it is read. White space does not count.

What ought to be there comes from the Markdown, the words of the site and the format's file (`wording.py`), not from the
program.
"""

import re
from itertools import groupby

from printed_site import FORMATS, sheets
from sheets import Sheet, output
from wording import bare, of_box, of_flow, text_of


def faults_of_boxes(sheet: Sheet):
    """Boxes with another text than theirs, in words."""
    for (page, box, copy), words in sheet.placed[0].items():
        expected = of_box(box, sheet.format, sheet.lesson(page, box), sheet.outlet)
        text = sheet.text(page, box, copy)
        if expected is not None and text not in expected:
            yield f"page {page + 1}, {box}: “{text}” instead of “{expected[0]}”"
        if not words and box.kind != "flow":
            yield f"page {page + 1}, {box} is empty"


def flow_texts(sheet: Sheet):
    """The texts that run through the boxes of each flow: its name, the lesson, the text."""
    found = {}
    for (page, box, copy) in sheet.placed[0]:
        if box.kind == "flow":
            lesson = sheet.lesson(page, box)
            key = (box.given["flow"], lesson.slug, lesson.language, copy)
            found.setdefault(key, [box.given["flow"], lesson, ""])[2] += sheet.text(page, box, copy)
    return found.values()


def faults_of_flows(sheet: Sheet):
    """Flows with other texts than their sections', in words."""
    for name, lesson, text in flow_texts(sheet):
        expected = of_flow(name, sheet.format, lesson)
        if expected is not None and text not in expected:
            nearest = max(expected, key=lambda other: common(text, other))
            at = common(text, nearest)
            yield f"{lesson.slug}, flow {name}: “…{text[max(at - 12, 0) : at + 24]}…” instead of “…{nearest[max(at - 12, 0) : at + 24]}…”"


def common(one, other):
    """How many characters two texts have in common at their beginnings."""
    return next((place for place, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))


@sheets()
def test_all_text_of_a_sheet_is_found_in_its_place(sheet):
    assert [*faults_of_boxes(sheet), *faults_of_flows(sheet)] == []


def test_all_text_of_a_kit_is_found_in_its_place(kit):
    assert [*faults_of_boxes(kit), *faults_of_flows(kit)] == []


@sheets()
def test_the_structure_is_in_the_order_of_reading(sheet):
    """A screen reader goes through the panels as the format's file lists them, and hears every box once."""
    heard = bare("".join(re.findall(r'^ *"(.*)"$', output("pdfinfo", "-struct-text", sheet.path), re.M)))
    at = 0
    for box, text in reading_order(sheet):
        found = heard.find(text, at)
        assert found >= 0, f"{box}: “{text[:40]}” does not come after “{heard[max(at - 20, 0) : at]}”"
        assert text in heard
        at = found + len(text)
    assert at == len(heard) or heard[at:] == "", f"after the last box there is “{heard[at:][:80]}”"


def reading_order(sheet: Sheet):
    """The texts of the boxes in the order of reading; a flow stands where its first box does."""
    first = {}
    for (page, box, copy) in sheet.placed[0]:
        # What is not a flow is read on the first page of a side only.
        if copy == 0 and (box.kind == "flow" or sheet.sides.index(sheet.sides[page]) == page):
            first.setdefault(box, "")
            first[box] += sheet.text(page, box, copy)
    flows = {}
    for panel in sheet.format.panels:
        for box in panel.boxes:
            if box in first and box.kind == "flow":
                flows.setdefault((box.given["flow"], box.language), []).append(box)
    for panel in sheet.format.panels:
        for box in panel.boxes:
            if box not in first:
                continue
            if box.kind != "flow":
                yield box, first[box]
            elif flows[box.given["flow"], box.language][0] == box:
                yield box, "".join(first[part] for part in flows[box.given["flow"], box.language])


@sheets(of=lambda format: format.id == "quiz")
def test_the_paper_quiz_has_every_option_and_the_right_key(sheet):
    """Both versions have the questions in the lesson's order and the same options; the letters of the key are those of the
    right options in each version."""
    (lesson,) = sheet.lessons
    words = lesson.project.words[lesson.language]
    texts = {name: text for name, _, text in flow_texts(sheet)}
    letters = {version: right_letters(texts[version], lesson, words) for version in "AB"}
    key = texts["key"]
    for number, question in enumerate(lesson.questions, 1):
        line = str(number) + "".join(
            words["print_version"].replace("{}", version) + words["label_colon"].strip() + letters[version][number - 1]
            for version in "AB"
        )
        line = bare(line + "".join(text_of(block, lesson) for block in question.explanation))
        assert key.startswith(line), f"“{key[:60]}” instead of “{line[:60]}”"
        key = key[len(line) :]
    assert key == ""
    assert letters["A"] != letters["B"], "both versions have the same key"


def right_letters(text, lesson, words):
    """Reads a version of the quiz: for each question the letters of its right options."""
    found = []
    for number, question in enumerate(lesson.questions, 1):
        options = {bare(option): is_right for option, is_right in question.options}
        rights = sum(options.values())
        is_true_false = len(options) == 2 and set(options) <= {"对", "错", "True", "False", "Right", "Wrong"}
        kind = words["print_true_false" if is_true_false else "print_choose_all" if rights > 1 else "print_choose_one"]
        head = bare(str(number) + "".join(text_of(block, lesson) for block in question.prompt) + kind)
        assert text.startswith(head), f"“{text[:60]}” instead of “{head[:60]}”"
        text, right = text[len(head) :], ""
        left = dict(options)
        for letter in "ABCDEFGH"[: len(options)]:
            option = max((option for option in left if text.startswith(letter + option)), key=len, default=None)
            assert option is not None, f"“{text[:40]}” is none of the options {list(left)}"
            right += letter if left.pop(option) else ""
            text = text[len(letter + option) :]
        found.append(right)
    assert text == "", f"“{text[:40]}” comes after the last question"
    return found


# Points.
LARGE_PRINT, LONGEST_LINE, POSTER_TITLE, POSTER_NUMBER, POSTER_TEXT = 16, 22, 60, 48, 28
NOT_BODY = {"identity"}


@sheets(of=lambda format: format.id == "large-print")
def test_large_print_is_large_and_its_lines_are_short(sheet):
    """facts.md, section 6: nothing that is to be read is smaller than 16 points, and at most 22 Han characters a line."""
    for (page, box, _), words in sheet.placed[0].items():
        # The numbers of a list are figures in discs.
        small = [word for word in words if word.size < LARGE_PRINT - 0.01 and not re.fullmatch(r"\d\d?", word.text)]
        if box.kind in ("flow", "summary", "title", "slogan", "hotlines"):
            assert not small, f"{box}: “{small[0].text}” in {small[0].size:.2f} points"
            for line in lines(words):
                assert len(re.findall("[\u4e00-\u9fff]", line)) <= LONGEST_LINE, line
        elif box.kind not in NOT_BODY:
            assert all(word.size >= 14 for word in words), box


def lines(words):
    """The texts of lines: words with their baselines at one height."""
    height = lambda word: round(word.area.bottom)
    return ["".join(word.text for word in line) for _, line in groupby(words, key=height)]


@sheets(of=lambda format: format.id == "poster")
def test_a_poster_is_read_from_three_metres(sheet):
    for (_, box, _), words in sheet.placed[0].items():
        sizes = [word.size for word in words]
        numbers = [word.size for word in words if re.fullmatch(r"\d{3,6}", word.text)]
        match box.kind:
            case "title":
                assert min(sizes) >= POSTER_TITLE
            case "slogan" | "flow":
                assert min(sizes) >= POSTER_TEXT
            case "hotlines":
                assert numbers and min(numbers) >= POSTER_NUMBER


def test_a_lost_sentence_and_a_wrong_number_are_found(printed):
    """A sheet is compared with another lesson's text, and with its own where one hotline is another."""
    sheet = printed.sheet("fake-police", FORMATS["trifold"], ("zh",))
    assert not list(faults_of_boxes(sheet)) and not list(faults_of_flows(sheet))
    other = Sheet(sheet.path, sheet.format, [printed.project.lesson("free-eggs", "zh")])
    assert any("cover: title" in fault for fault in faults_of_boxes(other))
    assert len(list(faults_of_flows(other))) == 2
    (place,) = [key for key in sheet.placed[0] if key[1].kind == "hotlines"]
    words = sheet.placed[0][place]
    wrong = Sheet(sheet.path, sheet.format, sheet.lessons)
    wrong.placed = (sheet.placed[0] | {place: words[1:]}, [])
    assert [fault.split(":")[0] for fault in faults_of_boxes(wrong)] == ["page 2, back" if place[0] else "page 1, back"]
