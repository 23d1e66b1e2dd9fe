"""What the lessons say, read from `content/` for the tests without the program's own reader.

It knows the Markdown that lessons are written in and no more. Texts are plain: without marks, with the facts' values.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import yaml

LANGUAGES = ["zh", "en"]
ITEM = re.compile(r"( *)(?:[-*]|(\d+)[.)]) +(.*)")


@dataclass
class Text:
    """A paragraph or a heading; `lead` is its bold beginning as it was written, empty when it begins otherwise."""

    text: str
    lead: str = ""
    level: int = 0


@dataclass
class List:
    # The first number; None for a list without numbers.
    start: int | None
    items: list[list]


@dataclass
class Callout:
    # Empty for a plain quotation.
    kind: str
    blocks: list


@dataclass
class Table:
    rows: list[list[str]]


@dataclass
class Section:
    role: str | None
    heading: str
    blocks: list


@dataclass
class Question:
    prompt: list
    # Text and whether it is right.
    options: list[tuple[str, bool]]
    explanation: list


class Project:
    """The project's content and words."""

    def __init__(self, root: Path):
        self.root = root
        load = lambda path: yaml.load((root / path).read_text(encoding="utf-8"), yaml.BaseLoader)
        self.site, self.facts = load("content/site.yaml"), load("content/facts.yaml")
        self.words = {language: load(f"templates/strings/{language}.yaml") for language in LANGUAGES}
        self.slugs = sorted(path.parent.name for path in (root / "content/lessons").glob("*/zh.md"))
        with open(root / "content/outlets.csv", encoding="utf-8", newline="") as file:
            self.outlets = list(csv.DictReader(file))

    @property
    def address(self):
        return self.site["baseURL"]

    @cache
    def lesson(self, slug, language):
        return Lesson(self, slug, language)

    @property
    def hotlines(self):
        return [self.facts[name] for name in self.site["hotlines"]]

    def day(self, language, iso):
        year, month, day = iso.split("-")
        words = self.words[language]
        forms = {"YYYY": year, "MMMM": words["months"].split()[int(month) - 1], "M": str(int(month)), "D": str(int(day))}
        return re.sub("YYYY|MMMM|M|D", lambda match: forms[match[0]], words["date_format"])


class Lesson:
    def __init__(self, project: Project, slug: str, language: str):
        self.project, self.slug, self.language = project, slug, language
        source = self.read("zh")
        self.front, self.lines = self.read(language)
        # What does not depend on the language stands in the source's head only.
        self.front = {**source[0], **self.front}
        self.title, self.summary = self.front["title"], self.front["summary"]
        self.topic = project.site["topics"][self.front["topic"]][language]["name"]

    def read(self, language):
        text = (self.project.root / f"content/lessons/{self.slug}/{language}.md").read_text(encoding="utf-8")
        _, head, body = text.split("---\n", 2)
        return yaml.load(head, yaml.BaseLoader), body.splitlines()

    @property
    def address(self):
        return f"{self.project.address}{self.language}/lessons/{self.slug}.html"

    @property
    def sources(self):
        """The names of the sources, each once."""
        printed = [self.project.facts[name] for name in self.front["sources"]]
        return list(dict.fromkeys(fact["source"][self.language] for fact in printed if fact.get("print") != "no"))

    @cached_property
    def sections(self):
        roles = {
            heading: role for role, names in self.project.site["roles"].items() for heading in names[self.language]
        }
        found, lines = [], None
        for line in self.lines:
            if line.startswith("## "):
                heading, lines = line[3:].strip(), []
                found.append((heading, lines))
            elif lines is not None:
                lines.append(line)
        return [Section(roles.get(heading), heading, self.blocks(lines)) for heading, lines in found]

    @property
    def slogan(self):
        (section,) = [section for section in self.sections if section.role == "slogan"]
        return next(block.text for block in section.blocks if isinstance(block, Text))

    @cached_property
    def questions(self):
        (quiz,) = [section for section in self.sections if section.role == "quiz"]
        questions = []
        for block in quiz.blocks:
            for item in block.items if isinstance(block, List) else []:
                (options,) = [part for part in item if isinstance(part, List)]
                place = item.index(options)
                explanations = [part.blocks for part in item[place:] if isinstance(part, Callout)]
                # A hint is for the screen, where one can ask for it.
                questions.append(
                    Question(
                        [part for part in item[:place] if not isinstance(part, Callout)],
                        [(option[0].text[4:], option[0].text.startswith("[x]")) for option in options.items],
                        explanations[0] if explanations else [],
                    )
                )
        return questions

    def inline(self, text):
        """A text without its marks, and the bold beginning of it."""
        text = re.sub(r"!\[[^]]*\]\([^)]*\)", "", text)
        text = re.sub(r"\[([^]]+)\]\([^)]*\)", r"\1", text)
        text = re.sub(r"\{\{([\w-]+)\}\}", lambda match: self.project.facts[match[1]][self.language], text)
        bold = re.match(r"\*\*(.+?)\*\*", text)
        return text.replace("**", "").strip(), bold[1] if bold else ""

    def blocks(self, lines):
        """The blocks of lines that all begin at the same depth."""
        blocks, paragraph = [], []

        def end_paragraph():
            if paragraph:
                text, lead = self.inline("\n".join(paragraph))
                if text:
                    blocks.append(Text(text, lead))
                paragraph.clear()

        index = 0
        while index < len(lines):
            line = lines[index]
            item = ITEM.match(line)
            if not line.strip():
                end_paragraph()
            elif line.startswith(">"):
                end_paragraph()
                end = index
                while end < len(lines) and lines[end].startswith(">"):
                    end += 1
                inner = [re.sub("^> ?", "", quoted) for quoted in lines[index:end]]
                kind = re.match(r"\[!(\w+)\]", inner[0])
                blocks.append(Callout(kind[1] if kind else "", self.blocks(inner[1:] if kind else inner)))
                index = end - 1
            elif line.startswith("|"):
                end_paragraph()
                end = index
                while end < len(lines) and lines[end].startswith("|"):
                    end += 1
                rows = [row for number, row in enumerate(lines[index:end]) if number != 1]
                blocks.append(Table([[self.inline(cell)[0] for cell in row.strip("| ").split("|")] for row in rows]))
                index = end - 1
            elif line.startswith("#"):
                end_paragraph()
                blocks.append(Text(self.inline(line.lstrip("# "))[0], level=len(line) - len(line.lstrip("#"))))
            elif item and not paragraph:
                end_paragraph()
                index, found = self.list(lines, index)
                blocks.append(found)
                continue
            else:
                paragraph.append(line.strip())
            index += 1
        end_paragraph()
        return blocks

    def list(self, lines, index):
        """The list that begins in a line, and the line after it."""
        first = ITEM.match(lines[index])
        items = []
        while index < len(lines):
            item = ITEM.match(lines[index])
            if not item or item[1] != first[1] or (item[2] is None) != (first[2] is None):
                break
            inner = [item[3]]
            index += 1
            while index < len(lines) and (not lines[index].strip() or lines[index].startswith(first[1] + "  ")):
                inner.append(lines[index])
                index += 1
            depth = min((len(line) - len(line.lstrip()) for line in inner[1:] if line.strip()), default=0)
            items.append(self.blocks([inner[0]] + [line[depth:] for line in inner[1:]]))
        return index, List(int(first[2]) if first[2] else None, items)
