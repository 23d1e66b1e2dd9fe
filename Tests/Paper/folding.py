"""Folding a printed sheet by geometry: where the folds are on both sides, and what a reader then sees.

A tri-fold is printed on both sides and turned over on its short edge, like a page of a book: what lies at x on the outside
has the width of the sheet minus x on the inside behind it. All lengths are in points from the left edge.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from designs import MILLIMETRE, Format, Panel, Rect
from PIL import Image
from sheets import Sheet

# A fold that is off by more shows; an inner flap that is not this much narrower than its place buckles (facts.md, section 6).
REGISTER, SLACK = 0.2 * MILLIMETRE, 1 * MILLIMETRE


@dataclass(frozen=True)
class Leaf:
    """One third of the sheet, with a panel on each side of it, named by the panel on the outside."""

    outside: Panel
    inside: Panel

    @property
    def width(self):
        return self.inside.area.width


def leaves(format: Format) -> list[Leaf]:
    """The thirds of a sheet as they lie when its inside is looked at, from the left."""
    inside = sorted((panel for panel in format.panels if panel.side == 1), key=lambda panel: panel.area.left)
    outside = sorted((panel for panel in format.panels if panel.side == 0), key=lambda panel: -panel.area.left)
    return [Leaf(*pair) for pair in zip(outside, inside, strict=True)]


def faults_of_folding(format: Format):
    """Why a format does not fold well, in words."""
    outside, inside = format.folds
    mirrored = sorted(format.width - fold for fold in outside)
    for fold, behind in zip(inside, mirrored):
        if abs(fold - behind) > REGISTER:
            yield f"the fold at {fold / MILLIMETRE:.1f} mm inside is at {behind / MILLIMETRE:.1f} mm from behind"
    for leaf in leaves(format):
        if abs(leaf.outside.area.width - leaf.width) > REGISTER:
            yield f"“{leaf.outside.name}” and “{leaf.inside.name}” back each other, but are not equally wide"
        if abs(format.width - leaf.outside.area.right - leaf.inside.area.left) > REGISTER:
            yield f"“{leaf.outside.name}” does not lie behind “{leaf.inside.name}”"
    cover, back, flap = leaves(format)
    # The right third folds over the middle one, up to the fold of the left third.
    if flap.width > back.width - SLACK:
        yield f"the flap is {flap.width / MILLIMETRE:.1f} mm wide and buckles in {back.width / MILLIMETRE:.1f} mm"
    if cover.width < flap.width or cover.width < back.width - REGISTER:
        yield "the cover does not cover what is inside"


@dataclass(frozen=True)
class View:
    """What a reader sees in one position: panels from the left with their left edges, lower ones first."""

    name: str
    width: float
    shown: tuple[tuple[Panel, float], ...]

    def visible(self) -> list[Panel]:
        """The panels of which something can be read: not those that others cover but for a strip."""
        found = []
        for place, (panel, left) in enumerate(self.shown):
            covered = sum(
                max(0, min(left + panel.area.width, other + above.area.width) - max(left, other))
                for above, other in self.shown[place + 1 :]
            )
            if covered < panel.area.width / 2:
                found.append((left, panel))
        return [panel for _, panel in sorted(found, key=lambda pair: pair[0])]


def views(format: Format) -> list[View]:
    """The folded leaflet, opened step by step, and then its back."""
    cover, back, flap = leaves(format)
    first, second = cover.width, cover.width + back.width
    return [
        View("folded", cover.width, ((cover.outside, 0),)),
        # The flap still lies on the middle, with its free edge towards the left.
        View("cover opened", second, ((cover.inside, 0), (back.inside, first), (flap.outside, second - flap.width))),
        View("all opened", format.width, ((cover.inside, 0), (back.inside, first), (flap.inside, second))),
        View("turned over", back.width, ((back.outside, 0),)),
    ]


def rasters(sheet: Sheet, resolution: int) -> list[Image.Image]:
    """Both finished sides, cut out of the paper."""
    found = []
    for page, trim in enumerate(sheet.trims):
        command = ["pdftoppm", "-r", str(resolution), "-f", str(page + 1), "-l", str(page + 1), "-singlefile"]
        pixels = subprocess.run([*command, sheet.path], capture_output=True, check=True).stdout
        found.append(cut(Image.open(BytesIO(pixels)), trim, resolution))
    return found


def cut(picture: Image.Image, area: Rect, resolution: int) -> Image.Image:
    scale = resolution / 72
    return picture.crop(
        (round(area.left * scale), round(area.top * scale), round(area.right * scale), round(area.bottom * scale))
    )


def folded(view: View, sides: list[Image.Image], resolution: int) -> Image.Image:
    """A picture of what is seen."""
    scale = resolution / 72
    height = max(panel.area.height for panel, _ in view.shown)
    picture = Image.new("RGB", (round(view.width * scale), round(height * scale)), "white")
    for panel, left in view.shown:
        picture.paste(cut(sides[panel.side].convert("RGB"), panel.area, resolution), (round(left * scale), 0))
    return picture


def contact_sheet(sheet: Sheet, path: Path, resolution=100):
    """All positions beside each other, with the shadow of a fold's edge, for people to look at."""
    sides = rasters(sheet, resolution)
    pictures = [folded(view, sides, resolution) for view in views(sheet.format)]
    gap = resolution // 4
    whole = Image.new(
        "RGB", (sum(p.width for p in pictures) + gap * (len(pictures) + 1), pictures[0].height + 2 * gap), (120, 120, 120)
    )
    left = gap
    for picture in pictures:
        whole.paste(picture, (left, gap))
        left += picture.width + gap
    whole.save(path)


def printed_folds(sheet: Sheet, page: int, resolution=600) -> list[float]:
    """Where the ticks that show the folds stand on a printed page, from the left edge of the finished sheet."""
    with_marks = sheet.profile == "shop"
    trim = sheet.trims[page]
    scale = resolution / 72
    # On office paper the ticks stand within 5 mm of the edge, where nothing else does; for a shop, above the bleed.
    top, bottom = (trim.top - 5.5 * MILLIMETRE, trim.top - 3.5 * MILLIMETRE) if with_marks else (2.2 * MILLIMETRE, 4.6 * MILLIMETRE)
    command = ["pdftoppm", "-r", str(resolution), "-gray", "-f", str(page + 1), "-l", str(page + 1), "-singlefile"]
    command += ["-x", "0", "-W", str(round((trim.left * 2 + trim.width) * scale))]
    command += ["-y", str(round(top * scale)), "-H", str(round((bottom - top) * scale))]
    pixels = subprocess.run([*command, sheet.path], capture_output=True, check=True).stdout
    dark = np.flatnonzero((np.asarray(Image.open(BytesIO(pixels))) < 160).any(axis=0))
    marks = np.split(dark, np.flatnonzero(np.diff(dark) > 1) + 1) if dark.size else []
    places = [((mark[0] + mark[-1] + 1) / 2) / scale - trim.left for mark in marks]
    # Marks for cutting stand at the corners.
    return [place for place in places if 1 < place < trim.width - 1]


def edges(picture: Image.Image, y: float, resolution: int) -> list[float]:
    """Where the colour changes along a line across a side, from its left edge."""
    row = np.asarray(picture.convert("RGB"), np.int32)[round(y * resolution / 72)]
    change = np.abs(np.diff(row, axis=0)).sum(1) > 24
    return [(place + 1) * 72 / resolution for place in np.flatnonzero(change)]
