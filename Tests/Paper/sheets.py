"""The printed sheets as other programs read them: words at their places, codes, boxes."""

from __future__ import annotations

import html
import re
import subprocess
import tempfile
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pikepdf
import zxingcpp
from designs import CODES, HOLDS_TEXT, Box, Format, Rect
from lessons import LANGUAGES, Lesson, Project
from PIL import Image
from wording import bare

# The lines of Noto Sans CJK in poppler: above and below the baseline, and of that a character's own square; in sizes.
ABOVE, BELOW, SQUARE_TOP = 1.16, 0.288, 0.88
OPENING, CLOSING = "“‘（《「【〈『", "”’）》」】〉』，。、；：！？"
WORD = re.compile(r'<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)</word>')


def output(*command) -> str:
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


@dataclass(frozen=True)
class Word:
    """A word on a page; its area is that of its characters' squares, from the corner of the finished sheet."""

    text: str
    area: Rect
    # Points.
    size: float

    @property
    def ink(self):
        """Its area without the empty half of a bracket or a stop at its beginning and its end."""
        left = self.area.left + (self.size / 2 if self.text[0] in OPENING else 0)
        right = self.area.right - (self.size / 2 if self.text[-1] in CLOSING else 0)
        return Rect(left, self.area.top, max(right - left, 0), self.area.height)

    @property
    def middle(self):
        return self.ink.left + self.ink.width / 2, self.ink.top + self.ink.height / 2


class Sheet:
    """A printed file: a lesson's in one or two languages, or an outlet's with all lessons."""

    def __init__(self, path: Path, format: Format, lessons: list[Lesson], profile="office", outlet: dict | None = None):
        self.path, self.format, self.lessons, self.profile, self.outlet = path, format, lessons, profile, outlet

    @property
    def is_local(self):
        return self.outlet is not None

    @property
    def boxes(self) -> list[Box]:
        return self.format.boxes(self.is_local)

    def lesson(self, page: int, box: Box) -> Lesson:
        """The lesson whose text stands in a box of a page."""
        if self.is_local:
            return self.lessons[page // len(self.format.sides)]
        return self.lessons[box.language]

    @cached_property
    def trims(self) -> list[Rect]:
        """For each page the finished sheet in it, from the page's top left corner."""
        trims = []
        with pikepdf.open(self.path) as pdf:
            for page in pdf.pages:
                media, trim = ([float(side) for side in page[name]] for name in ("/MediaBox", "/TrimBox"))
                trims.append(Rect(trim[0] - media[0], media[3] - trim[3], trim[2] - trim[0], trim[3] - trim[1]))
        return trims

    @cached_property
    def words(self) -> list[list[Word]]:
        """For each page its words in the order in which they are drawn."""
        pages = output("pdftotext", "-raw", "-bbox", self.path, "-").split("<page ")[1:]
        return [
            [word(*match, trim) for match in WORD.findall(page)] for page, trim in zip(pages, self.trims, strict=True)
        ]

    @cached_property
    def sides(self) -> list[int]:
        """For each page which side of the format it is."""
        count = len(self.words)
        if not any(self.format.grows):
            assert count % len(self.format.sides) == 0, f"{count} pages"
            return [page % len(self.format.sides) for page in range(count)]
        # A side that goes on over several pages is known by the word in its head.
        own = self.lessons[0].project.words[self.lessons[0].language]
        heads = [box for box in self.boxes if box.kind == "word"]
        return [
            next(box.side for box in heads if inside(box.area, words) == bare(own[box.given["word"]]))
            for words in self.words
        ]

    @cached_property
    def placed(self) -> tuple[dict[tuple[int, Box, int], list[Word]], list[tuple[int, Word]]]:
        """The words in each box of each page and copy, and those that stand in no box."""
        found, strays = {}, []
        copies = self.format.copies
        for page, words in enumerate(self.words):
            places = [
                ((page, box, copy), box.area.moved(*corner))
                for copy, corner in enumerate(copies)
                for box in self.boxes
                if box.side == self.sides[page] and box.kind in HOLDS_TEXT
            ]
            for key, _ in places:
                found[key] = []
            for word in words:
                homes = [(area.area, key) for key, area in places if area.has(*word.middle)]
                if homes:
                    found[min(homes, key=lambda home: home[0])[1]].append(word)
                else:
                    strays.append((page, word))
        return found, strays

    def text(self, page: int, box: Box, copy=0) -> str:
        """The bare text in a box."""
        return bare("".join(word.text for word in self.placed[0].get((page, box, copy), [])))

    def texts(self, kind: str) -> list[tuple[int, Box, int, str]]:
        """The bare texts of all boxes of a kind."""
        return [(*key, self.text(*key)) for key in self.placed[0] if key[1].kind == kind]

    def expected_codes(self, page: int) -> Counter:
        """The addresses of the codes on a page; of an edition's only where its page is."""
        addresses = Counter()
        for box in self.boxes:
            if box.kind in CODES and box.side == self.sides[page]:
                lesson = self.lesson(page, box)
                if box.kind == "qr-lesson":
                    address = lesson.address + (f"?outlet={self.outlet['id']}" if self.outlet else "")
                else:
                    address = f"{lesson.project.address}{lesson.language}/editions/{self.code(page, box)}.html"
                addresses[address] += len(self.format.copies)
        return addresses

    def code(self, page: int, box: Box) -> str:
        """The edition's code that is printed on the side of a box in its language."""
        for number, line, copy, text in self.texts("identity"):
            if number == page and line.language == box.language and copy == 0:
                match = re.search(r"[:：]([0-9A-Z]{6})·", text)
                return match[1] if match else "?"
        return "?"


def inside(area: Rect, words: list[Word]) -> str:
    """The bare text of the words in an area."""
    return bare("".join(word.text for word in words if area.has(*word.middle)))


def word(left, top, right, bottom, text, trim) -> Word:
    left, top, right, bottom = (float(side) for side in (left, top, right, bottom))
    size = (bottom - top) / (ABOVE + BELOW)
    square_top = top + (ABOVE - SQUARE_TOP) * size
    return Word(html.unescape(text), Rect(left - trim.left, square_top - trim.top, right - left, size), size)


def read_by_zbar(*pictures: Path) -> Counter:
    run = subprocess.run(["zbarimg", "-q", "--nodbus", "--raw", *pictures], capture_output=True, text=True)
    return Counter(run.stdout.split())


def read_by_zxing(*pictures: Path) -> Counter:
    return Counter(
        code.text
        for picture in pictures
        for code in zxingcpp.read_barcodes(Image.open(picture), zxingcpp.BarcodeFormat.QRCode)
    )


# Dots to the inch.
RESOLUTION = 200


def codes(sheet: Sheet, page: int) -> dict[str, Counter]:
    """The texts of all codes on a page at 200 dots to the inch, by reader. What is cut apart is read apart."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        number, scale = str(page + 1), RESOLUTION / 72
        command = ["pdftoppm", "-r", str(RESOLUTION), "-gray", "-f", number, "-l", number, "-singlefile"]
        subprocess.run([*command, sheet.path, folder / "page"], check=True)
        whole, trim = Image.open(folder / "page.pgm"), sheet.trims[page]
        pictures = []
        for copy, (x, y) in enumerate(sheet.format.copies):
            left, top = (trim.left + x) * scale, (trim.top + y) * scale
            right, bottom = left + sheet.format.cell[0] * scale, top + sheet.format.cell[1] * scale
            pictures.append(folder / f"copy-{copy}.pgm")
            whole.crop((round(left), round(top), round(right), round(bottom))).save(pictures[-1])
        return {"zbar": read_by_zbar(*pictures), "zxing": read_by_zxing(*pictures)}


class Printed:
    """The built site with its sheets."""

    def __init__(self, folder: Path, project: Project, formats: dict[str, Format], messages: str):
        self.folder, self.project, self.formats = folder, project, formats
        # What the build said, for telling a sheet that was left out from one that was forgotten.
        self.messages = messages

    def sheet(self, slug: str, format: Format, languages: tuple[str, ...], profile: str | None = None) -> Sheet:
        profile = profile or format.profiles[0]
        suffix = "" if profile == format.profiles[0] else f"-{profile}"
        kind = "png" if format.is_picture else "pdf"
        path = self.folder / f"print/{slug}/{slug}-{format.id}-{'-'.join(languages)}{suffix}.{kind}"
        return Sheet(path, format, [self.project.lesson(slug, language) for language in languages], profile)

    def kit(self, outlet: dict, format: Format, language: str) -> Sheet:
        path = self.folder / f"print/outlets/{outlet['id']}/{outlet['id']}-{format.id}-{language}.pdf"
        lessons = {bare(lesson.title): lesson for lesson in (self.project.lesson(slug, language) for slug in self.project.slugs)}
        with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
            found = [lessons[bare(item.title)] for item in outline.root]
        return Sheet(path, format, found, outlet=outlet)


def languages_of(format: Format) -> list[tuple[str, ...]]:
    """The languages of each sheet of a lesson."""
    return [tuple(LANGUAGES)] if format.is_bilingual else [(language,) for language in LANGUAGES]
