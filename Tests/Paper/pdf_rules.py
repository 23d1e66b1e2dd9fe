"""What must hold for every PDF that the program makes.

    faults(path, profile="office")      every fault of a file, in plain words; an empty list is a good file

Each rule is a function that takes an opened file, a `Sheet`, and yields its faults. The numbers are clauses of
ISO 32000-1 (PDF 1.7) and ISO 14289-1 (PDF/UA-1).

    python pdf_rules.py [--shop] FILE…  prints the faults of files
"""

import re
import subprocess
import sys

import pikepdf
from pdf_sheet import Sheet

SHOWS_TEXT = {"Tj", "TJ", "'", '"'}
PAINTS = {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"} | SHOWS_TEXT
# Where an element may stand: its type, and the types of which its parent must be one. Others may stand anywhere.
PARENTS = {
    "LI": {"L"},
    "Lbl": {"LI", "Note"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "Document": {"StructTreeRoot"},
}
TYPES = set(PARENTS) | {"Sect", "P", "L", "Table", "BlockQuote", "Note", "Link", "Figure"} | {
    f"H{level}" for level in range(1, 7)
}


def structure_of_file(sheet):
    """qpdf finds nothing wrong, and no object is in the file for nothing."""
    run = subprocess.run(["qpdf", "--check", sheet.path], capture_output=True, text=True)
    if run.returncode:
        yield f"qpdf: {(run.stdout + run.stderr).strip()}"
    reached = set()
    waiting = [sheet.pdf.trailer]
    while waiting:
        node = waiting.pop()
        if isinstance(node, (pikepdf.Dictionary, pikepdf.Stream, pikepdf.Array)):
            if node.is_indirect:
                if node.objgen in reached:
                    continue
                reached.add(node.objgen)
            waiting += list(node) if isinstance(node, pikepdf.Array) else [value for _, value in node.items()]
    for node in sheet.pdf.objects:
        if isinstance(node, (pikepdf.Dictionary, pikepdf.Stream)) and node.get("/Type") in ("/ObjStm", "/XRef"):
            continue
        if node is not None and node.objgen not in reached:
            yield f"object {node.objgen[0]} is used by nothing"
    if "/ID" not in sheet.pdf.trailer:
        yield "the file has no identifier"


def description(sheet):
    """Title, language, date, and the same in both kinds of metadata (14.3; UA 5, 7.1, 7.2)."""
    if not str(sheet.root.get("/Lang", "")):
        yield "the document has no language"
    if sheet.root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "viewers are not told to show the title"
    if not sheet.root.get("/MarkInfo", {}).get("/Marked"):
        yield "the document does not say that it is tagged"
    if "/Metadata" not in sheet.root:
        yield "there are no XMP metadata"
        return
    if "/Filter" in sheet.root.Metadata:
        yield "the XMP metadata are compressed"
    names = {
        "dc": "http://purl.org/dc/elements/1.1/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "ua": "http://www.aiim.org/pdfua/ns/id/",
        "xmp": "http://ns.adobe.com/xap/1.0/",
    }

    def said(path):
        found = sheet.xmp.xpath(path + "/text()", namespaces=names)
        return str(found[0]) if found else ""

    title = said("//dc:title//rdf:li[@xml:lang='x-default']")
    if not title:
        yield "the document has no title"
    if said("//ua:part") != "1":
        yield "the document does not say that it follows PDF/UA-1"
    for key, value in [
        ("/Title", title),
        ("/Subject", said("//dc:description//rdf:li")),
        ("/Author", said("//dc:creator//rdf:li")),
        ("/CreationDate", "D:" + said("//xmp:CreateDate").replace("-", "")),
    ]:
        if str(sheet.pdf.docinfo.get(key, "")) != value:
            yield f"{key} and the XMP metadata say different things"


def fonts(sheet):
    """Fonts are embedded, reduced to what is used, and every code has characters (9.8, 9.9; UA 7.21)."""
    maps = {}
    for number, font in sheet.fonts.items():
        name = str(font.get("/BaseFont", f"/{number}"))[1:]
        if font.get("/Subtype") != "/Type0" or font.get("/Encoding") != "/Identity-H":
            yield f"font {name} is none of Type 0 with Identity-H"
            continue
        descendant = font.DescendantFonts[0]
        if "/FontFile3" not in descendant.get("/FontDescriptor", {}):
            yield f"font {name} is not embedded"
        if not re.match(r"[A-Z]{6}\+.", name):
            yield f"font {name} is not a subset"
        own = str(descendant.BaseFont)[1:]
        if name != f"{own}-Identity-H" or str(descendant.FontDescriptor.FontName)[1:] != own:
            yield f"font {name} has several names"
        if "/ToUnicode" not in font:
            yield f"font {name} has no map to Unicode"
            continue
        maps[number] = characters(font.ToUnicode.read_bytes())
        for code, text in maps[number].items():
            if not text or any(ord(c) in (0, 0xFEFF, 0xFFFE, 0xFFFD) for c in text):
                yield f"font {name} maps {code} to no character"
    for index, page in enumerate(sheet.pages):
        font = None
        names = page.get("/Resources", {}).get("/Font", {})
        lost = set()
        for operator, operands in sheet.operators[index]:
            if operator == "Tf":
                font = names[operands[0]].objgen[0]
            elif operator in SHOWS_TEXT:
                lost |= {code for code in codes(operands) if code not in maps.get(font, {}) or code == 0}
        for code in sorted(lost):
            yield f"page {index + 1}: glyph {code} stands for no character"
    for number, (_, steps) in sheet.forms.items():
        if any(operator in SHOWS_TEXT for operator, _ in steps):
            yield f"form {number} has text, which no screen reader finds"


def codes(operands):
    """The two-byte codes that a text operator shows."""
    shown = operands[-1] if isinstance(operands[-1], pikepdf.Array) else [operands[-1]]
    for part in shown:
        if isinstance(part, pikepdf.String):
            data = bytes(part)
            yield from (data[i] << 8 | data[i + 1] for i in range(0, len(data) - 1, 2))


def characters(cmap):
    """The texts of the codes in a ToUnicode map (9.10.3)."""
    found = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.S):
        for code, text in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            found[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    return found


def marks(sheet):
    """Everything that is drawn belongs to one element or is an artifact (14.7.4, 14.8.2.2; UA 7.1)."""
    owners = {}
    for element in sheet.elements:
        for mark in element.marks:
            if mark in owners:
                yield f"{element} and {owners[mark]} both have mark {mark[1]} of page {mark[0]}"
            owners[mark] = element
    drawn = set()
    for index, steps in enumerate(sheet.operators):
        stack = []
        content = {}
        for operator, operands in steps:
            tag = str(operands[0])[1:] if operator in ("BMC", "BDC") else None
            if operator == "BMC":
                stack.append((tag, None))
            elif operator == "BDC":
                properties = operands[1]
                number = int(properties.MCID) if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties else None
                if number is not None:
                    if any(n is not None or t == "Artifact" for t, n in stack):
                        yield f"page {index + 1}: mark {number} is inside another"
                    if (index, number) in drawn:
                        yield f"page {index + 1}: mark {number} comes twice"
                    drawn.add((index, number))
                    content[number] = False
                    owner = owners.get((index, number))
                    if owner is None:
                        yield f"page {index + 1}: mark {number} is not in the structure tree"
                    elif owner.type != tag:
                        yield f"page {index + 1}: mark {number} is {tag}, but belongs to {owner}"
                stack.append((tag, number))
            elif operator == "EMC":
                if not stack:
                    yield f"page {index + 1}: a mark ends that did not begin"
                else:
                    stack.pop()
            elif operator in PAINTS:
                if not any(number is not None or tag == "Artifact" for tag, number in stack):
                    yield f"page {index + 1}: {operator} is outside all marks"
                for _, number in stack:
                    if number is not None:
                        content[number] = True
        if stack:
            yield f"page {index + 1}: {len(stack)} marks do not end"
        for number, is_full in content.items():
            if not is_full:
                yield f"page {index + 1}: mark {number} is empty"
    for (page, number), element in owners.items():
        if (page, number) not in drawn:
            yield f"{element} has mark {number} of page {page}, which is not drawn"
    for number, (_, steps) in sheet.forms.items():
        if any(operator in ("BMC", "BDC") for operator, _ in steps):
            yield f"form {number} has marks of its own"


def parent_tree(sheet):
    """From every mark and every link one finds the way back to its element (14.7.4.4)."""
    keys = set()
    for index, page in enumerate(sheet.pages):
        own = {mark[1]: element for element in sheet.elements for mark in element.marks if mark[0] == index}
        if not own:
            continue
        key = page.get("/StructParents")
        parents = list(sheet.parent_tree.get(key, [])) if key is not None else []
        keys.add(key)
        if len(parents) != len(own):
            yield f"page {index + 1} has {len(own)} marks, but {len(parents)} in the parent tree"
        for number, element in own.items():
            if number >= len(parents) or parents[number].objgen != element.node.objgen:
                yield f"page {index + 1}: the parent tree does not lead from mark {number} to {element}"
    for element in sheet.elements:
        for annotation in element.annotations:
            key = annotation.get("/StructParent")
            keys.add(key)
            if key not in sheet.parent_tree or sheet.parent_tree[key].objgen != element.node.objgen:
                yield f"the parent tree does not lead from the link to {element}"
        expected = element.parent.node if element.parent else sheet.root.StructTreeRoot
        if element.node.P.objgen != expected.objgen:
            yield f"{element} names another parent than the one that holds it"
    for key in set(sheet.parent_tree) - keys:
        yield f"key {key} of the parent tree belongs to nothing"


def structure(sheet):
    """The tree is made of standard types, each where it may stand, and none is empty (14.8.4; UA 7.2 to 7.10)."""
    if not sheet.elements or sheet.elements[0].type != "Document" or sheet.elements[0].parent is not None:
        yield "the structure tree does not begin with one document"
    identifiers = dict(pikepdf.NameTree(sheet.root.StructTreeRoot.IDTree)) if "/IDTree" in sheet.root.get(
        "/StructTreeRoot", {}
    ) else {}
    last = 0
    for element in sheet.elements:
        if element.type not in TYPES:
            yield f"{element} has no standard type"
        if not element.children and not element.marks and not element.annotations:
            yield f"{element} is empty"
        parent = element.parent.type if element.parent else "StructTreeRoot"
        if element.type in PARENTS and parent not in PARENTS[element.type]:
            yield f"{element} stands in {parent}"
        if element.type in ("L", "Table", "TR", "LI") and element.marks:
            yield f"{element} has content of its own"
        if element.type.startswith("H") and element.type[1:].isdigit():
            level = int(element.type[1:])
            if level > last + 1:
                yield f"{element} follows a heading of level {last}"
            last = level
        attributes = element.node.get("/A", {})
        if element.type == "Figure":
            if not str(element.node.get("/Alt", "")).strip():
                yield f"{element} has no description"
            if "/BBox" not in attributes:
                yield f"{element} has no box"
        if element.type == "TH" and attributes.get("/Scope") not in ("/Column", "/Row", "/Both"):
            yield f"{element} does not say what it is the heading of"
        if element.type == "L":
            has_labels = any(child.type == "Lbl" for item in element.children for child in item.children)
            if has_labels and attributes.get("/ListNumbering", "/None") == "/None":
                yield f"{element} has labels, but no numbering"
        if element.type == "Note":
            name = str(element.node.get("/ID", ""))
            if not name or name not in identifiers or identifiers[name].objgen != element.node.objgen:
                yield f"{element} has no identifier by which it is found"
        if "/Lang" in element.node and not str(element.node.Lang):
            yield f"{element} has an empty language"
        if element.type == "Table":
            widths = {len(row.children) for row in element.descendants if row.type == "TR"}
            if len(widths) > 1:
                yield f"{element} has rows of different lengths"


def links(sheet):
    """Every link is printed, described, and belongs to an element (12.5, 12.6.4.7; UA 7.18)."""
    owners = {
        annotation.objgen: element for element in sheet.elements for annotation in element.annotations
    }
    seen = set()
    for index, page in enumerate(sheet.pages):
        box = [float(side) for side in page.MediaBox]
        if "/Annots" in page and page.get("/Tabs") != "/S":
            yield f"page {index + 1}: the tab key does not follow the structure"
        for annotation in page.get("/Annots", []):
            name = f"page {index + 1}: the link “{annotation.get('/Contents', '')}”"
            seen.add(annotation.objgen)
            if annotation.get("/Subtype") != "/Link":
                yield f"{name} is no link"
            if not str(annotation.get("/Contents", "")).strip():
                yield f"{name} has no description"
            if int(annotation.get("/F", 0)) & 0b111 != 0b100:
                yield f"{name} is hidden or not printed"
            owner = owners.get(annotation.objgen)
            if owner is None or owner.type != "Link":
                yield f"{name} belongs to no link in the structure"
            elif not owner.marks and not any(child.marks for child in owner.descendants):
                yield f"{name} has no text and no picture"
            left, bottom, right, top = (float(side) for side in annotation.Rect)
            if not (box[0] <= left < right <= box[2] and box[1] <= bottom < top <= box[3]):
                yield f"{name} lies outside the page"
            address = bytes(annotation.get("/A", {}).get("/URI", b""))
            if not re.fullmatch(rb"(https?|tel|mailto):[!-~]+", address):
                yield f"{name} leads to “{address.decode('latin-1')}”"
    for objgen, element in owners.items():
        if objgen not in seen:
            yield f"{element} has a link that is on no page"


def boxes(sheet):
    """The finished page lies in the bleed, and that on the sheet (14.11.2)."""
    for index, page in enumerate(sheet.pages):
        media, bleed, trim = (
            [float(side) for side in page.get(name, page.MediaBox)] for name in ("/MediaBox", "/BleedBox", "/TrimBox")
        )
        if "/TrimBox" not in page:
            yield f"page {index + 1} does not say where it is cut"
        for inner, outer, names in [(trim, bleed, "trim, bleed"), (bleed, media, "bleed, media")]:
            if not (
                outer[0] - 0.01 <= inner[0] < inner[2] <= outer[2] + 0.01
                and outer[1] - 0.01 <= inner[1] < inner[3] <= outer[3] + 0.01
            ):
                yield f"page {index + 1}: boxes do not lie in each other ({names})"
        # A printer cannot cut closer than this; 3 mm is the trade's measure.
        gaps = [trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]]
        if sheet.profile == "shop" and any(abs(gap - 3 * 72 / 25.4) > 0.05 for gap in gaps):
            yield f"page {index + 1} has no bleed of 3 mm"


def colours(sheet):
    """An office file has no inks; a shop's has nothing else, and black text is black ink that overprints (8.6)."""
    streams = [(f"page {i + 1}", page.get("/Resources", {}), steps) for i, (page, steps) in
               enumerate(zip(sheet.pages, sheet.operators))]
    streams += [(f"form {n}", form.get("/Resources", {}), steps) for n, (form, steps) in sheet.forms.items()]
    wrong = {"office": {"k", "K"}, "shop": {"rg", "RG", "g", "G"}}[sheet.profile]
    for name, resources, steps in streams:
        found = {operator for operator, _ in steps} & (wrong | {"cs", "CS", "sc", "SC", "scn", "SCN", "sh"})
        for operator in sorted(found):
            yield f"{name} sets colours with {operator}"
        if "/ColorSpace" in resources or "/Shading" in resources or "/Pattern" in resources:
            yield f"{name} has other colours than those of the profile"
        state = {"fill": None, "overprint": False}
        saved = []
        for operator, operands in steps:
            if operator == "q":
                saved.append(dict(state))
            elif operator == "Q":
                state = saved.pop()
            elif operator == "k":
                state["fill"] = tuple(float(part) for part in operands)
            elif operator == "gs":
                parameters = resources.ExtGState[operands[0]]
                if "/op" in parameters or "/OP" in parameters:
                    state["overprint"] = bool(parameters.get("/op", parameters.get("/OP")))
                    if state["overprint"] and parameters.get("/OPM") != 1:
                        yield f"{name}: overprint takes away the inks below"
            elif operator in PAINTS and sheet.profile == "shop":
                is_black_text = operator in SHOWS_TEXT and state["fill"] == (0, 0, 0, 1)
                if is_black_text and not state["overprint"]:
                    yield f"{name}: black text does not overprint"
                if state["overprint"] and not is_black_text:
                    yield f"{name}: {operator} overprints"
                if operator in SHOWS_TEXT and is_mixed_black(state["fill"]):
                    yield f"{name}: black text is mixed from several inks"
    for page in sheet.pages:
        space = page.get("/Group", {}).get("/CS")
        if space is not None and space != {"office": "/DeviceRGB", "shop": "/DeviceCMYK"}[sheet.profile]:
            yield f"transparency is mixed in {space}"


def is_mixed_black(ink):
    """Whether text in these inks would look black, but blur where the plates do not meet."""
    return ink is not None and ink[3] > 0.85 and sum(ink[:3]) > 0.15


def outline(sheet):
    """Bookmarks have titles and lead to pages (12.3.3)."""
    pages = {page.objgen for page in sheet.pages}
    with sheet.pdf.open_outline() as outline:
        waiting = list(outline.root)
    while waiting:
        item = waiting.pop()
        waiting += item.children
        if not item.title:
            yield "a bookmark has no title"
        if not isinstance(item.destination, pikepdf.Array) or item.destination[0].objgen not in pages:
            yield f"the bookmark “{item.title}” leads to no page"


RULES = [
    structure_of_file, description, fonts, marks, parent_tree, structure, links, boxes, colours, outline,
]  # fmt: skip


def faults(path, profile="office"):
    """Every fault of a file, in plain words.

    `profile` is "office" or "shop", as in the format from which the file was made.
    """
    try:
        sheet = Sheet(path, profile)
    except pikepdf.PdfError as error:
        return [f"cannot be opened: {error}"]
    return [fault for rule in RULES for fault in rule(sheet)]


if __name__ == "__main__":
    profile = "shop" if "--shop" in sys.argv else "office"
    bad = False
    for name in sys.argv[1:]:
        if not name.startswith("--"):
            for fault in faults(name, profile):
                print(f"{name}: {fault}")
                bad = True
    sys.exit(bad)
