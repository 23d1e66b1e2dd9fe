"""Every rule finds the fault that it is there for: a good leaflet is spoiled in one way, and the fault is told."""

import pikepdf
import pytest
from pdf_rules import faults, structure_of_file
from pdf_sheet import Sheet
from pikepdf import Array, Dictionary, Name, String


def element(pdf, kind, number=0):
    """An element of the structure tree, by its type."""
    found = [node for node in pdf.objects if isinstance(node, Dictionary) and node.get("/S") == kind and "/P" in node]
    return found[number]


def edit(pdf, change, page=0):
    """Changes a page's operators: `change` takes the list and gives another."""
    steps = [(list(step.operands), step.operator) for step in pikepdf.parse_content_stream(pdf.pages[page])]
    pdf.pages[page].Contents = pdf.make_stream(pikepdf.unparse_content_stream(change(steps)))


def without_marks(steps):
    return [step for step in steps if str(step[1]) not in ("BMC", "BDC", "EMC")]


def drop(*keys):
    def change(node):
        for key in keys:
            del node[key]

    return change


def put(key, value):
    def change(node):
        node[key] = value

    return change


def on_font(change):
    return lambda pdf: change(pdf.pages[0].Resources.Font.F0)


def on_page(change):
    return lambda pdf: change(pdf.pages[0].obj)


def on(kind, change, number=0):
    return lambda pdf: change(element(pdf, kind, number))


def on_link(change):
    return lambda pdf: change(pdf.pages[0].Annots[0])


def add_operators(text):
    return lambda pdf: edit(pdf, lambda steps: steps + [([], pikepdf.Operator(text))])


def swap_parents(pdf):
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    numbers[1][0], numbers[1][1] = numbers[1][1], numbers[1][0]


OFFICE = [
    ("the document has no language", lambda pdf: drop("/Lang")(pdf.Root)),
    ("viewers are not told to show the title", lambda pdf: drop("/DisplayDocTitle")(pdf.Root.ViewerPreferences)),
    ("does not say that it is tagged", lambda pdf: drop("/MarkInfo")(pdf.Root)),
    ("there are no XMP metadata", lambda pdf: drop("/Metadata")(pdf.Root)),
    ("/Title and the XMP metadata say different things", lambda pdf: put("/Title", String("x"))(pdf.docinfo)),
    ("follows PDF/UA-1", lambda pdf: pdf.Root.Metadata.write(
        pdf.Root.Metadata.read_bytes().replace(b"pdfuaid:part>1", b"pdfuaid:part>0"))),
    ("is not embedded", on_font(lambda font: drop("/FontFile3")(font.DescendantFonts[0].FontDescriptor))),
    ("is not a subset", on_font(put("/BaseFont", Name("/Noto-Identity-H")))),
    ("has several names", on_font(put("/BaseFont", Name("/ABCDEF+Other-Identity-H")))),
    ("has no map to Unicode", on_font(drop("/ToUnicode"))),
    ("stands for no character", on_font(lambda font: font.ToUnicode.write(b""))),
    ("is outside all marks", lambda pdf: edit(pdf, without_marks)),
    ("is not drawn", lambda pdf: edit(pdf, without_marks)),
    ("comes twice", lambda pdf: edit(pdf, lambda steps: steps + steps)),
    ("marks do not end", lambda pdf: edit(pdf, lambda steps: steps[:-1])),
    ("a mark ends that did not begin", add_operators("EMC")),
    ("is inside another", lambda pdf: edit(pdf, lambda steps: [
        ([Name.Artifact], pikepdf.Operator("BMC")), *steps, ([], pikepdf.Operator("EMC"))])),
    ("is not in the structure tree", on("/H1", put("/K", Array()))),
    ("is empty", on("/H1", put("/K", Array()))),
    ("both have mark", lambda pdf: put("/K", element(pdf, "/H1").K)(element(pdf, "/H2"))),
    ("is H1, but belongs to P", on("/H1", put("/S", Name.P))),
    ("parent tree does not lead from mark", swap_parents),
    ("parent tree does not lead from the link", on_link(put("/StructParent", 99))),
    ("names another parent", on("/H1", lambda node: put("/P", node.P.P)(node))),
    ("has no standard type", on("/BlockQuote", put("/S", Name.Quotation))),
    ("stands in Sect", on("/L", put("/S", Name.Sect))),
    ("has no description", on("/Figure", put("/Alt", String("")))),
    ("has no box", on("/Figure", drop("/A"))),
    ("follows a heading of level 1", on("/H2", put("/S", Name.H3))),
    ("does not say what it is the heading of", on("/TH", drop("/A"))),
    ("has labels, but no numbering", on("/L", drop("/A"))),
    ("has no identifier", on("/Note", drop("/ID"))),
    ("rows of different lengths", on("/TR", lambda row: put("/K", Array([row.K[0]]))(row))),
    ("the tab key does not follow the structure", on_page(drop("/Tabs"))),
    ("has no description", on_link(drop("/Contents"))),
    ("is hidden or not printed", on_link(put("/F", 2))),
    ("belongs to no link", on("/Link", lambda link: put("/K", Array([link.K[0]]))(link))),
    ("lies outside the page", on_link(put("/Rect", Array([0, 0, 10, 9000])))),
    ("leads to", on_link(lambda link: put("/URI", String("javascript:x"))(link.A))),
    ("boxes do not lie in each other", on_page(put("/TrimBox", Array([0, 0, 9000, 10])))),
    ("does not say where it is cut", on_page(drop("/TrimBox"))),
    ("sets colours with k", lambda pdf: edit(pdf, lambda steps: steps + [([0, 0, 0, 1], pikepdf.Operator("k"))])),
    ("leads to no page", lambda pdf: put("/Dest", Array([pdf.Root, Name.Fit]))(pdf.Root.Outlines.First)),
]  # fmt: skip

SHOP = [
    ("has no bleed of 3 mm", on_page(lambda page: put("/BleedBox", page.TrimBox)(page))),
    ("sets colours with g", lambda pdf: edit(pdf, lambda steps: steps + [([0], pikepdf.Operator("g"))])),
    ("transparency is mixed in", on_page(lambda page: put("/CS", Name.DeviceRGB)(page.Group))),
    ("black text does not overprint", lambda pdf: edit(pdf, lambda steps: [s for s in steps if str(s[1]) != "gs"])),
    ("overprints", lambda pdf: edit(pdf, lambda steps: [s for s in steps if s[0] != [Name.N]])),
    ("overprint takes away the inks below", on_page(lambda page: put("/OPM", 0)(page.Resources.ExtGState.K))),
    ("black text is mixed", lambda pdf: edit(pdf, lambda steps: [
        ([1, 1, 1, 1], s[1]) if str(s[1]) == "k" else s for s in steps])),
]  # fmt: skip


def spoiled(source, folder, spoil):
    path = folder / "spoiled.pdf"
    with pikepdf.open(source) as pdf:
        spoil(pdf)
        pdf.save(path)
    return path


@pytest.mark.parametrize(("fault", "spoil"), OFFICE)
def test_fault_in_an_office_file(samples, tmp_path, fault, spoil):
    found = faults(spoiled(samples / "leaflet-zh-Hans-office.pdf", tmp_path, spoil))
    assert any(fault in text for text in found), found


@pytest.mark.parametrize(("fault", "spoil"), SHOP)
def test_fault_in_a_file_for_a_print_shop(samples, tmp_path, fault, spoil):
    found = faults(spoiled(samples / "leaflet-zh-Hans-shop.pdf", tmp_path, spoil), "shop")
    assert any(fault in text for text in found), found


def test_a_file_that_is_cut_off_is_told(samples, tmp_path):
    path = tmp_path / "short.pdf"
    path.write_bytes((samples / "leaflet-en-office.pdf").read_bytes()[:-2000])
    assert faults(path)


def test_an_object_that_nothing_uses_is_told(samples):
    sheet = Sheet(samples / "leaflet-en-office.pdf")
    assert list(structure_of_file(sheet)) == []
    lost = sheet.pdf.make_indirect(Dictionary(Length=1))
    assert list(structure_of_file(sheet)) == [f"object {lost.objgen[0]} is used by nothing"]
