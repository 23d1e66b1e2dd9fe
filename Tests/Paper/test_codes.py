"""QR codes lead where they should: read from a raster of 200 dots to the inch by two readers, which must agree."""

from collections import Counter

import pytest
from printed_site import FORMATS, sheets
from sheets import Sheet, codes, read_by_zbar, read_by_zxing

READERS = ["zbar", "zxing"]


def faults_of_codes(sheet: Sheet, page: int):
    """What a page's codes say other than they should, in words."""
    expected = sheet.expected_codes(page)
    for reader, found in codes(sheet, page).items():
        for address in expected.keys() | found.keys():
            if found[address] != expected[address]:
                yield f"page {page + 1}, {reader}: {found[address]} instead of {expected[address]} × {address}"


@sheets()
def test_every_code_of_a_sheet_is_read_by_both_readers(sheet):
    pages = [page for page in range(len(sheet.words)) if sheet.expected_codes(page)]
    assert pages
    assert [fault for page in pages for fault in faults_of_codes(sheet, page)] == []


def test_every_code_of_a_kit_names_the_outlet(kit):
    pages = [page for page in range(len(kit.words)) if kit.expected_codes(page)]
    assert len(pages) == len(kit.lessons)
    assert [fault for page in pages for fault in faults_of_codes(kit, page)] == []
    for page in pages:
        assert any(address.endswith(f"?outlet={kit.outlet['id']}") for address in kit.expected_codes(page))


@sheets(of=lambda format: format.is_picture)
def test_the_codes_of_share_pictures_are_read_by_both_readers(sheet):
    (lesson,) = sheet.lessons
    boxes = [box for box in sheet.boxes if box.kind == "qr-lesson"]
    expected = Counter({lesson.address: len(boxes)}) if boxes else Counter()
    assert {"zbar": read_by_zbar(sheet.path), "zxing": read_by_zxing(sheet.path)} == dict.fromkeys(READERS, expected)


@pytest.mark.parametrize("lost", READERS)
def test_a_code_that_says_something_else_is_found(printed, monkeypatch, lost):
    """The sheet of one lesson is not taken for another's, nor is one reader's failure hidden by the other."""
    sheet = printed.sheet("fake-police", FORMATS["trifold"], ("zh",))
    assert list(faults_of_codes(sheet, 0)) == []
    other = Sheet(sheet.path, sheet.format, [printed.project.lesson("free-eggs", "zh")])
    found = list(faults_of_codes(other, 0))
    assert len([fault for fault in found if "0 instead of 1" in fault]) == 2
    assert len([fault for fault in found if "1 instead of 0" in fault]) == 2
    monkeypatch.setattr(f"sheets.read_by_{lost}", lambda *pictures: Counter())
    assert {fault.split(":")[0] for fault in faults_of_codes(sheet, 0)} == {f"page 1, {lost}"}
