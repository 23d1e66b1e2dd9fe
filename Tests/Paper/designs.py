"""The formats as their files in `templates/print/` describe them: what a designer wrote, read again for the tests.

All lengths are in points, also those that the files have in millimetres; in pictures for screens a pixel is a point.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

MILLIMETRE = 72 / 25.4
# What an office printer cannot reach, and how far colour runs over the edge for a print shop (design.md, section 10).
SAFE, BLEED = 5 * MILLIMETRE, 3 * MILLIMETRE
TEXTS = {"title", "summary", "topic", "slogan", "site", "organiser", "sources", "dates", "identity", "address", "word"}
CODES = {"qr-lesson", "qr-edition"}
HOLDS_TEXT = TEXTS | {"hotlines", "outlet", "flow"}


@dataclass(frozen=True)
class Rect:
    left: float
    top: float
    width: float
    height: float

    @property
    def right(self):
        return self.left + self.width

    @property
    def bottom(self):
        return self.top + self.height

    @property
    def area(self):
        return self.width * self.height

    def moved(self, x, y):
        return Rect(self.left + x, self.top + y, self.width, self.height)

    def overhang(self, other):
        """How far another rectangle reaches out of this one; 0 when it lies in it."""
        return max(
            self.left - other.left, self.top - other.top, other.right - self.right, other.bottom - self.bottom, 0
        )

    def overlaps(self, other):
        """Whether they share more than a hundredth of a point."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > 0.01
            and min(self.bottom, other.bottom) - max(self.top, other.top) > 0.01
        )

    def has(self, x, y):
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def __str__(self):
        return "{:.1f} {:.1f} {:.1f} {:.1f} mm".format(
            *(side / MILLIMETRE for side in (self.left, self.top, self.width, self.height))
        )


@dataclass(frozen=True)
class Box:
    """Something at a fixed place of a panel, in points from the corner of the first copy on the side."""

    kind: str
    area: Rect
    panel: str
    side: int
    # 0 for the sheet's first language, 1 for its second.
    language: int
    given: dict = field(hash=False, compare=False)

    def is_in(self, is_local):
        return self.given.get("in", "all") in ("all", "local" if is_local else "public")

    def __str__(self):
        return f"{self.panel}: {self.given.get('flow') or self.given.get('word') or self.kind}"


@dataclass(frozen=True)
class Panel:
    name: str
    side: int
    area: Rect
    language: int
    boxes: tuple[Box, ...]


class Format:
    """A format. Its panels stand in the order in which they are read."""

    def __init__(self, path: Path):
        given = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        self.id, self.given = path.stem, given
        self.is_picture = given.get("output") == "png"
        self.unit = 1 if self.is_picture else MILLIMETRE
        self.width, self.height = self.lengths(given["sheet"])
        self.safe = 0 if self.is_picture else SAFE
        self.profiles = given.get("profiles", ["office"])
        self.is_bilingual = given.get("languages") == "two"
        self.is_local = given.get("local") == "yes"
        self.duplex = given.get("duplex", "one-sided")
        self.sides = [side["name"] for side in given["sides"]]
        self.folds = [self.lengths(side.get("folds", [])) for side in given["sides"]]
        self.grows = [side.get("grows") == "yes" for side in given["sides"]]
        self.columns, self.rows = (int(count) for count in given.get("copies", [1, 1]))
        self.cell = self.lengths(given["cell"]) if "cell" in given else [self.width / self.columns, self.height / self.rows]
        self.least = float(given["type"].get("least", given["type"]["size"]))
        self.panels = [self.panel(panel) for panel in given["panels"]]

    def lengths(self, texts):
        return [float(text) * self.unit for text in texts]

    def panel(self, given):
        area = Rect(*self.lengths(given["at"]))
        side = self.sides.index(given["side"])
        language = int(given.get("language") == "second")
        name = given["name"]["en"]
        boxes = tuple(
            Box(box["is"], Rect(*self.lengths(box["at"])).moved(area.left, area.top), name, side, language, box)
            for box in given["boxes"]
        )
        return Panel(name, side, area, language, boxes)

    @property
    def copies(self):
        """The top left corners of the copies on the sheet."""
        left = (self.width - self.columns * self.cell[0]) / 2
        top = (self.height - self.rows * self.cell[1]) / 2
        return [
            (left + column * self.cell[0], top + row * self.cell[1])
            for row in range(self.rows) for column in range(self.columns)
        ]  # fmt: skip

    def boxes(self, is_local=False):
        return [box for panel in self.panels for box in panel.boxes if box.is_in(is_local)]

    def __repr__(self):
        return self.id


@cache
def formats(folder: Path) -> dict[str, Format]:
    """All formats by name, in the order of lists."""
    found = [Format(path) for path in sorted(folder.glob("*.yaml")) if path.stem != "colours"]
    return {format.id: format for format in sorted(found, key=lambda format: int(format.given.get("order", 100)))}
