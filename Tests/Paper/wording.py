"""What ought to stand in the boxes of a sheet, from the lesson and the format's file. White space does not count."""

from __future__ import annotations

import re

from designs import Box, Format
from lessons import Callout, Lesson, List, Section, Table, Text

# Of which the selections of a format's file speak.
KINDS = {Text: "paragraph", List: "list", Callout: "callout", Table: "table"}


def bare(text):
    """A text without white space."""
    return re.sub(r"\s", "", text)


def of_box(box: Box, format: Format, lesson: Lesson, outlet: dict | None = None):
    """All texts that may stand in a box, each as bare text; None when it is not known, as with an edition's code."""
    words, project = lesson.project.words[lesson.language], lesson.project
    match box.kind:
        case "title" | "summary" | "topic" | "slogan":
            texts = [getattr(lesson, box.kind)]
        case "site":
            texts = [project.site["title"][lesson.language]]
        case "organiser":
            texts = [words["organised_by"] + project.site["organiser"][lesson.language]]
        case "word":
            texts = [words[box.given["word"]]]
        case "sources":
            texts = [words["sources"] + words["label_colon"] + words["source_separator"].join(lesson.sources) + words["full_stop"]]
        case "hotlines":
            hotlines = project.hotlines[: int(box.given.get("count", len(project.hotlines)))]
            with_purpose = box.given.get("brief") != "yes"
            texts = ["".join(
                hotline[lesson.language] + hotline["name"][lesson.language]
                + (hotline["purpose"][lesson.language] if with_purpose else "")
                for hotline in hotlines
            )]  # fmt: skip
        case "outlet":
            of = lambda name: outlet[f"{name}_{lesson.language}"]
            texts = [of("name") + of("address") + words["phone_label"] + outlet["phone"] + words["hours_label"] + of("hours")]
        case _:
            return None
    return [bare(text) for text in texts]


def of_flow(name: str, format: Format, lesson: Lesson):
    """All texts that a flow of sections may have, the whole one first; None for the quiz."""
    flow = format.given["flows"][name]
    if "roles" not in flow:
        return None
    ways = {"no": [False], "yes": [True], "if-needed": [False, True]}[flow.get("brief", "no")]
    return [bare("".join(section_text(section, flow, lesson, is_brief) for section in selected(flow, lesson))) for is_brief in ways]


def selected(flow: dict, lesson: Lesson) -> list[Section]:
    """The sections of a flow in the order in which they are printed."""
    printed = [section for section in lesson.sections if section.role not in ("slogan", "quiz")]
    return [
        section for role in flow["roles"] for section in printed
        if section.role == (None if role == "other" else role)
        and any(KINDS[type(block)] not in flow.get("omit", []) and not is_for_teachers(block) for block in section.blocks)
    ]  # fmt: skip


def is_for_teachers(block):
    return isinstance(block, Callout) and block.kind == "TEACHER"


def section_text(section: Section, flow: dict, lesson: Lesson, is_brief: bool):
    blocks = []
    for block in section.blocks:
        kind = "quote" if isinstance(block, Callout) and not block.kind else KINDS[type(block)]
        if kind in flow.get("omit", []) or is_for_teachers(block):
            continue
        if isinstance(block, List):
            items = block.items[: int(flow.get("items", len(block.items)))]
            block = List(block.start, [brief(item, lesson) for item in items] if is_brief else items)
        blocks.append(block)
    heading = section.heading if flow.get("headings", "yes") == "yes" else ""
    return heading + "".join(text_of(block, lesson) for block in blocks)


SENTENCE = re.compile(r".+?(?:[。！]|[.!](?= )|$)", re.S)


def brief(item, lesson: Lesson):
    """The bold beginning of an item or its first sentence, and every later sentence with a number to call. Alone it has no
    full stop. A question that nobody made bold says nothing without what follows it."""
    first = item[0]
    lead = first.lead or SENTENCE.match(first.text)[0]
    rest = SENTENCE.findall(first.text[len(lead) :])
    numbers = [fact[lesson.language] for fact in lesson.project.facts.values() if fact["kind"] == "hotline"]
    calls = [said for said in rest if any(re.search(rf"(?<!\d){re.escape(number)}(?!\d)", said) for number in numbers)]
    if calls:
        return [Text(lead + "".join(calls))]
    return [Text(lead[:-1] if lead[-1] in "。.；;，,：:" else lead)]


def text_of(block, lesson: Lesson) -> str:
    """The text of a block as it is printed, with its numbers and labels."""
    match block:
        case Text():
            return block.text
        case List():
            numbers = range(block.start, block.start + len(block.items)) if block.start is not None else [""] * len(block.items)
            return "".join(
                str(number) + "".join(text_of(part, lesson) for part in item) for number, item in zip(numbers, block.items)
            )
        case Callout():
            words = lesson.project.words[lesson.language]
            label = words["callout_" + block.kind.lower()] if block.kind else ""
            return label + "".join(text_of(part, lesson) for part in block.blocks)
        case Table():
            return "".join(cell for row in block.rows for cell in row)
