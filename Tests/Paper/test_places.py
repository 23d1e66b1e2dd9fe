"""Nothing stands where a printer cannot reach, where the paper is folded or cut, or where something else belongs."""

import subprocess
from io import BytesIO

import pytest
from designs import BLEED, CODES, HOLDS_TEXT, MILLIMETRE, Format, Rect
from PIL import Image
from printed_site import FORMATS, sheets
from sheets import Sheet, Word

PAPERS = [format for format in FORMATS.values() if not format.is_picture]
# How far a letter's own edge may lie outside its box, in points: rounding, and side bearings of round letters.
TOLERANCE = 0.6
# From a fold or a cut to the nearest letter.
FOLD_ROOM = 5 * MILLIMETRE


def safe_area(format: Format) -> Rect:
    return Rect(format.safe, format.safe, format.width - 2 * format.safe, format.height - 2 * format.safe)


@pytest.mark.parametrize("format", PAPERS, ids=repr)
def test_a_formats_boxes_lie_in_their_panels_and_in_reach_of_the_printer(format):
    safe = safe_area(format)
    for panel in format.panels:
        assert Rect(0, 0, *format.cell).overhang(panel.area) < 0.01, panel.name
        for box in panel.boxes:
            assert panel.area.overhang(box.area) < 0.01, box
            if box.kind not in ("fill", "line"):
                for corner in format.copies:
                    assert safe.overhang(box.area.moved(*corner)) < 0.01, box


@pytest.mark.parametrize("format", list(FORMATS.values()), ids=repr)
def test_texts_and_codes_have_places_of_their_own(format):
    """Where two boxes share a place, a long text in one runs into the other."""
    for is_local in {False, format.is_local}:
        boxes = [box for box in format.boxes(is_local) if box.kind in HOLDS_TEXT | CODES]
        for place, box in enumerate(boxes):
            for other in boxes[place + 1 :]:
                if box.side == other.side:
                    assert not box.area.overlaps(other.area), f"{box} and {other}"


@pytest.mark.parametrize("format", [format for format in PAPERS if any(format.folds)], ids=repr)
def test_folds_run_between_panels_and_away_from_text(format):
    for side, folds in enumerate(format.folds):
        edges = {round(edge, 2) for panel in format.panels if panel.side == side
                 for edge in (panel.area.left, panel.area.right)}  # fmt: skip
        assert {round(fold, 2) for fold in folds} == edges - {0, round(format.width, 2)}
        for box in format.boxes():
            if box.side == side and box.kind in HOLDS_TEXT:
                for fold in folds:
                    gap = max(fold - box.area.right, box.area.left - fold)
                    assert gap >= FOLD_ROOM - 0.01, f"{box}: {gap / MILLIMETRE:.1f} mm from the fold"


@pytest.mark.parametrize("format", [format for format in PAPERS if len(format.copies) > 1], ids=repr)
def test_cuts_run_between_copies_and_away_from_text(format):
    for box in format.boxes():
        if box.kind in HOLDS_TEXT:
            assert Rect(0, 0, *format.cell).overhang(box.area) == 0
            gaps = [box.area.left, box.area.top, format.cell[0] - box.area.right, format.cell[1] - box.area.bottom]
            # A card is trimmed by hand along a line; what is under 1.5 mm from it is lost.
            assert min(gaps) >= 1.5 * MILLIMETRE - 0.01, box


def misplaced(sheet: Sheet):
    """Words that stand in no box, or reach out of theirs, or out of the printer's reach; in words."""
    safe = safe_area(sheet.format)
    for page, words in enumerate(sheet.words):
        for word in words:
            if safe.overhang(word.ink) > 0:
                yield f"page {page + 1}: “{word.text}” is too near the paper's edge"
            if any(word.ink.left < fold < word.ink.right for fold in sheet.format.folds[sheet.sides[page]]):
                yield f"page {page + 1}: “{word.text}” is folded"
    placed, strays = sheet.placed
    for page, word in strays:
        yield f"page {page + 1}: “{word.text}” stands in no box, at {word.area}"
    for (page, box, copy), words in placed.items():
        area = box.area.moved(*sheet.format.copies[copy])
        for word in words:
            if area.overhang(word.ink) > TOLERANCE:
                yield f"page {page + 1}, {box}: “{word.text}” reaches {area.overhang(word.ink):.2f} points out of its box"


@sheets()
def test_no_word_leaves_its_box(sheet):
    assert list(misplaced(sheet)) == []


def test_no_word_of_a_kit_leaves_its_box(kit):
    assert list(misplaced(kit)) == []


@pytest.fixture
def leaflet(printed):
    return printed.sheet("fake-police", FORMATS["trifold"], ("zh",))


def with_word_moved(sheet: Sheet, text: str, x: float, y: float):
    """The sheet as it would be read if one of its words stood elsewhere; lengths in points."""
    moved = Sheet(sheet.path, sheet.format, sheet.lessons, sheet.profile)
    move = lambda word: Word(word.text, word.area.moved(x, y), word.size) if word.text == text else word
    moved.words = [[move(word) for word in words] for words in sheet.words]
    return moved


def test_a_shifted_word_is_found(leaflet):
    word = "挂断快打"
    assert list(misplaced(leaflet)) == []
    assert "reaches 8.00 points out of its box" in " ".join(misplaced(with_word_moved(leaflet, word, -8, 0)))
    assert "is too near the paper's edge" in " ".join(misplaced(with_word_moved(leaflet, word, -10, 0)))
    assert "stands in no box" in " ".join(misplaced(with_word_moved(leaflet, word, 0, 60)))
    # 97 mm from the left edge is the first fold outside.
    assert "is folded" in " ".join(misplaced(with_word_moved(leaflet, word, 210, 0)))


def test_colour_reaches_the_bleed_of_a_print_shops_sheet(printed):
    """Grounds that touch the edge run over it by the bleed of 3 mm, so that no white shows where the cut is a little off."""
    sheet = printed.sheet("fake-police", FORMATS["poster"], ("zh",), "shop")
    pixels = subprocess.run(["pdftoppm", "-r", "72", "-singlefile", sheet.path], capture_output=True, check=True)
    picture = Image.open(BytesIO(pixels.stdout)).convert("RGB")
    trim = sheet.trims[0]
    middle = trim.left + trim.width / 2
    # The poster is coloured at its top and its bottom.
    for y in (trim.top - BLEED + 2, trim.bottom + BLEED - 2):
        assert sum(picture.getpixel((int(middle), int(y)))) < 500
    for y in (trim.top - BLEED - 3, trim.bottom + BLEED + 3):
        assert sum(picture.getpixel((int(middle), int(y)))) > 700
