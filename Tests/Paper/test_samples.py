"""The sample leaflets as other programs see them."""

import subprocess

import pytest
import zxingcpp
from pdf_rules import faults
from pdf_sheet import Sheet
from PIL import Image

LEAFLETS = [
    f"leaflet-{language}-{profile}{outlet}.pdf"
    for language in ["zh-Hans", "en"]
    for profile in ["office", "shop"]
    for outlet in ["", "-outlet"]
]


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def profile(name):
    return "shop" if "-shop" in name else "office"


@pytest.mark.parametrize("name", LEAFLETS)
def test_no_rule_is_broken(samples, name):
    assert faults(samples / name, profile(name)) == []


@pytest.mark.parametrize("name", LEAFLETS)
def test_fonts_are_embedded_reduced_and_mapped(samples, name):
    fonts = output("pdffonts", samples / name).splitlines()[2:]
    assert len(fonts) == (4 if "outlet" in name else 2)
    for font in fonts:
        assert "CID Type 0C       Identity-H       yes yes yes" in font


def test_all_text_is_found_again(samples):
    text = output("pdftotext", samples / "leaflet-zh-Hans-office-outlet.pdf", "-")
    for words in ["存款有保险，先问是不是存款", "naïve café, pīnyīn", "鑫源村镇服务点", "0571-8888-1234"]:
        assert words in text
    text = output("pdftotext", samples / "leaflet-en-shop.pdf", "-")
    for words in ["Yuan deposits are insured, and so are those in other currencies.", "“As safe as a deposit, and more interest.”"]:
        assert words in text


def test_a_text_that_shares_its_glyphs_is_read_as_written(samples):
    text = output("pdftotext", samples / "leaflet-en-office.pdf", "-")
    # A bullet and two middle dots; an m with and without a mark.
    assert "A\u2022B\u00b7C\u00b7D: m\u030cm, (1)\\2" in text


def test_reading_order_is_that_of_the_structure(samples):
    text = output("pdfinfo", "-struct-text", samples / "leaflet-zh-Hans-office-outlet.pdf")
    order = ["H1 (block)", "Figure", "怎么回事", "请拨打12378咨询", "，不要钱", "L (block)",
             "这一段从正面开始，", "到背面才结束。", "Table", "鑫源村镇服务点",
             "0571-8888-1234", "二〇二六年十一月"]  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_the_slot_is_in_the_structure_only_when_it_is_filled(samples):
    empty = Sheet(samples / "leaflet-en-office.pdf")
    filled = Sheet(samples / "leaflet-en-office-outlet.pdf")
    assert [e.type for e in empty.elements].count("Sect") == 2
    assert [e.type for e in filled.elements].count("Sect") == 4


def test_an_outlet_has_its_own_title_and_nothing_else_of_its_own(samples):
    for outlet, title in [("", "存款有保险（样张）"), ("-outlet", "鑫源村镇服务点的单页")]:
        info = output("pdfinfo", samples / f"leaflet-zh-Hans-office{outlet}.pdf")
        assert f"Title:           {title}" in info
        assert "Subject:         签字前先弄清，手里这张纸写的是不是存款。" in info
        assert "Tagged:          yes" in info


@pytest.mark.parametrize("name", [name for name in LEAFLETS if "outlet" in name])
def test_codes_are_read_from_a_raster(samples, tmp_path, name):
    subprocess.run(["pdftoppm", "-r", "200", "-f", "2", "-gray", samples / name, tmp_path / "page"], check=True)
    (page,) = tmp_path.glob("page*.pgm")
    found = [code.text for code in zxingcpp.read_barcodes(Image.open(page))]
    assert found == ["HTTPS://EXAMPLE.ORG/1"] * 2


def test_bookmarks_are_nested(samples):
    with Sheet(samples / "leaflet-en-office.pdf").pdf.open_outline() as outline:
        assert [(item.title, [child.title for child in item.children]) for item in outline.root] == [
            ("Cover", ["What to do"]), ("Back", []),
        ]  # fmt: skip


def test_a_picture_is_in_the_file_once(samples):
    for name in ["leaflet-en-office.pdf", "leaflet-en-office-outlet.pdf"]:
        assert len(Sheet(samples / name).forms) == 1
