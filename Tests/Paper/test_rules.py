"""Every printed file keeps the rules that hold for all of them, and is as large as its format says."""

import pikepdf
import pytest
from designs import BLEED
from pdf_rules import faults
from pdf_sheet import Sheet as Opened
from printed_site import FORMATS, sheets
from sheets import output

DUPLEX = {"short-edge": "/DuplexFlipShortEdge", "long-edge": "/DuplexFlipLongEdge", "one-sided": "/Simplex"}
# Marks for cutting and folding stand beyond the bleed on a print shop's paper.
MARK_ROOM = 6 * 72 / 25.4


@sheets()
def test_a_sheet_breaks_no_rule(sheet):
    assert faults(sheet.path, sheet.profile) == []


def test_a_kit_breaks_no_rule(kit):
    assert faults(kit.path) == []


@sheets()
def test_fonts_are_embedded_and_subset(sheet):
    fonts = output("pdffonts", sheet.path).splitlines()[2:]
    assert fonts
    for font in fonts:
        assert "yes yes yes" in font, font
        assert font[6] == "+", font


def boxes_of(path):
    with pikepdf.open(path) as pdf:
        return [
            {name: [float(side) for side in page[f"/{name}"]] for name in ("MediaBox", "TrimBox", "BleedBox")}
            for page in pdf.pages
        ]


def assert_measures(sheet):
    """The paper, the finished sheet in it, and the bleed, to a hundredth of a millimetre."""
    format = sheet.format
    room, bleed = (BLEED + MARK_ROOM, BLEED) if sheet.profile == "shop" else (0, 0)
    for boxes in boxes_of(sheet.path):
        expected = {
            "MediaBox": [0, 0, format.width + 2 * room, format.height + 2 * room],
            "TrimBox": [room, room, room + format.width, room + format.height],
            "BleedBox": [room - bleed, room - bleed, room + format.width + bleed, room + format.height + bleed],
        }
        for name, box in expected.items():
            assert boxes[name] == pytest.approx(box, abs=0.03), name


def duplex(path):
    with pikepdf.open(path) as pdf:
        return pdf.Root.get("/ViewerPreferences", {}).get("/Duplex")


@sheets()
def test_a_sheet_has_the_size_and_the_sides_of_its_format(sheet):
    assert_measures(sheet)
    assert duplex(sheet.path) == DUPLEX[sheet.format.duplex]
    if any(sheet.format.grows):
        assert sorted(set(sheet.sides)) == list(range(len(sheet.format.sides)))
        assert sheet.sides == sorted(sheet.sides)
    else:
        assert len(sheet.words) == len(sheet.format.sides)


def test_a_kit_has_the_size_and_the_sides_of_its_format(kit):
    assert_measures(kit)
    assert duplex(kit.path) == DUPLEX[kit.format.duplex]
    assert len(kit.words) == len(kit.format.sides) * len(kit.lessons)


def test_the_formats_have_the_sizes_of_the_trade():
    """facts.md, section 6: A4, A3, and 大度16开 of 210 by 285 mm."""
    given = {name: format.given["sheet"] for name, format in FORMATS.items()}
    assert given["trifold"] == given["trifold-bilingual"] == given["a5"] == ["297", "210"]
    assert given["trifold-16k"] == ["285", "210"]
    assert given["sheet"] == given["large-print"] == given["quiz"] == given["card"] == ["210", "297"]
    assert given["poster"] == ["297", "420"]
    assert given["share"] == ["1080", "1920"] and given["og"] == ["1200", "630"]


@pytest.fixture
def leaflet(printed):
    return printed.sheet("fake-police", FORMATS["trifold"], ("zh",))


def changed(sheet, folder, change):
    """A copy of a file in which something is wrong."""
    path = folder / "changed.pdf"
    with pikepdf.open(sheet.path) as pdf:
        change(pdf)
        pdf.save(path)
    return path


def test_a_missing_font_is_found(leaflet, tmp_path):
    def change(pdf):
        font = next(iter(pdf.pages[0].Resources.Font.values()))
        del font.DescendantFonts[0].FontDescriptor.FontFile3

    path = changed(leaflet, tmp_path, change)
    assert any("is not embedded" in fault for fault in faults(path))


def test_another_language_and_a_lost_picture_text_are_found(leaflet, tmp_path):
    def change(pdf):
        del pdf.Root.Lang
        figures = [node for node in pdf.objects if isinstance(node, pikepdf.Dictionary) and node.get("/S") == "/Figure"]
        del figures[0].Alt

    found = faults(changed(leaflet, tmp_path, change))
    assert "the document has no language" in found
    assert any("has no description" in fault for fault in found)


def test_a_page_that_is_cut_elsewhere_is_found(leaflet, tmp_path):
    def change(pdf):
        pdf.pages[0].TrimBox = [0, 0, leaflet.format.width - 3, leaflet.format.height]

    leaflet = type(leaflet)(changed(leaflet, tmp_path, change), leaflet.format, leaflet.lessons)
    with pytest.raises(AssertionError):
        assert_measures(leaflet)


def test_a_file_without_its_end_is_found(leaflet, tmp_path):
    (tmp_path / "short.pdf").write_bytes(leaflet.path.read_bytes()[:-200])
    assert faults(tmp_path / "short.pdf")
    assert len(Opened(leaflet.path).pages) == 2
