"""The tri-folds are folded by geometry: both sides register, the flap goes in, and one reads on where one opens.

PAPER_PICTURES names a folder for pictures of the folded leaflets; without it they go to a temporary one.
"""

import copy
import os
from pathlib import Path

import pytest
from designs import MILLIMETRE
from folding import REGISTER, contact_sheet, edges, faults_of_folding, folded, printed_folds, rasters, views
from printed_site import CONTENT, FORMATS
from sheets import languages_of

FOLDED = [format for format in FORMATS.values() if any(format.folds)]
LEAFLETS = [(format, languages) for format in FOLDED for languages in languages_of(format)]
each_format = pytest.mark.parametrize("format", FOLDED, ids=repr)
each_leaflet = pytest.mark.parametrize(
    "format, languages", LEAFLETS, ids=[f"{format.id}-{'-'.join(languages)}" for format, languages in LEAFLETS]
)
# As the panels are named in the formats' files.
READING = ["cover", "flap", "inside left", "inside middle", "inside right", "back"]


@each_format
def test_a_format_folds(format):
    assert list(faults_of_folding(format)) == []


@each_format
def test_one_reads_on_where_one_opens(format):
    """Each position shows what comes next, and the panels of the format's file are in that order."""
    seen = []
    for view in views(format):
        seen += [panel.name for panel in view.visible() if panel.name not in seen]
    assert seen == ["cover", "inside left", "flap", "inside middle", "inside right", "back"]
    # When the cover is opened, the flap lies on the right page; it is read first, because it is in the way.
    listed = [panel.name for panel in format.panels]
    if not format.is_bilingual:
        assert listed == READING
    else:
        # One language after the other: all of the outside before all of the inside.
        assert listed == ["cover", "flap", "back", "inside left", "inside middle", "inside right"]
        assert [panel.language for panel in format.panels] == [0, 0, 0, 1, 1, 1]


@each_leaflet
def test_printed_folds_lie_behind_each_other(printed, format, languages):
    sheet = printed.sheet("fake-police", format, languages)
    outside, inside = (printed_folds(sheet, page) for page in (0, 1))
    for found, given in [(outside, format.folds[0]), (inside, format.folds[1])]:
        assert found == pytest.approx(given, abs=REGISTER)
    assert sorted(format.width - fold for fold in outside) == pytest.approx(inside, abs=REGISTER)


@each_leaflet
def test_the_colour_of_the_cover_and_the_flap_ends_at_the_fold(printed, format, languages):
    """A ground that ended a little beside the fold would run round it."""
    sheet = printed.sheet("fake-police", format, languages)
    resolution = 300
    sides = rasters(sheet, resolution)
    grounds = [
        (panel, box) for panel in format.panels for box in panel.boxes
        if box.kind == "fill" and box.area.width == panel.area.width
    ]  # fmt: skip
    assert grounds
    for panel, box in grounds:
        changes = edges(sides[panel.side], box.area.top + 8 * MILLIMETRE, resolution)
        for edge in (panel.area.left, panel.area.right):
            if 1 < edge < format.width - 1:
                assert any(abs(change - edge) <= REGISTER for change in changes), f"{panel.name}: {edge / MILLIMETRE:.1f} mm"


@each_leaflet
def test_the_folded_leaflet_shows_whole_panels(printed, tmp_path, format, languages):
    """In every position all words of the panels that are seen lie within the leaflet and none is covered by the flap."""
    sheet = printed.sheet("fake-police", format, languages)
    words = {}
    for (_, box, _), placed in sheet.placed[0].items():
        words.setdefault(box.panel, []).extend(placed)
    for view in views(format):
        panels = view.visible()
        for panel, left in view.shown:
            if panel not in panels:
                continue
            above = view.shown[view.shown.index((panel, left)) + 1 :]
            for word in words.get(panel.name, []):
                start = left + word.ink.left - panel.area.left
                end = left + word.ink.right - panel.area.left
                assert 0 < start and end < view.width, word.text
                assert not any(other < end and start < other + over.area.width for over, other in above), word.text
        # No panel that is shown is blank.
        picture = folded(view, rasters(sheet, 50), 50)
        assert len(picture.getcolors(1 << 20)) > 50, view.name
    folder = Path(os.environ.get("PAPER_PICTURES", tmp_path))
    folder.mkdir(exist_ok=True)
    contact_sheet(sheet, folder / f"folded-{format.id}-{'-'.join(languages)}.png")


def changed(format, **values):
    other = copy.copy(format)
    for name, value in values.items():
        setattr(other, name, value)
    return other


def test_folds_that_do_not_register_are_found():
    format = FORMATS["trifold"]
    off = [fold + 0.5 * MILLIMETRE for fold in format.folds[1]]
    assert any("from behind" in fault for fault in faults_of_folding(changed(format, folds=[format.folds[0], off])))


def test_a_flap_that_is_too_wide_is_found(tmp_path):
    path = Path(CONTENT.root / "templates/print/trifold.yaml")
    text = path.read_text(encoding="utf-8")
    # Three equal panels, as a beginner draws them.
    for old, new in [("[97, 197]", "[99, 198]"), ("[100, 200]", "[99, 198]"), ("[197, 0, 100,", "[198, 0, 99,"),
                     ("[97, 0, 100,", "[99, 0, 99,"), ("[0, 0, 97, 210]\n    boxes", "[0, 0, 99, 210]\n    boxes"),
                     ("[0, 0, 100, 210]\n    boxes", "[0, 0, 99, 210]\n    boxes"), ("[100, 0, 100,", "[99, 0, 99,"),
                     ("[200, 0, 97,", "[198, 0, 99,")]:  # fmt: skip
        assert old in text
        text = text.replace(old, new)
    (tmp_path / "thirds.yaml").write_text(text, encoding="utf-8")
    assert list(faults_of_folding(type(FORMATS["trifold"])(tmp_path / "thirds.yaml"))) == [
        "the flap is 99.0 mm wide and buckles in 99.0 mm"
    ]


def test_a_printed_fold_in_another_place_is_found(printed):
    """The ticks of one format are not those of another."""
    sheet = printed.sheet("fake-police", FORMATS["trifold"], ("zh",))
    assert printed_folds(sheet, 1) != pytest.approx(sheet.format.folds[0], abs=REGISTER)
