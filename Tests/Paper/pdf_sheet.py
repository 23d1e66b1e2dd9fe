"""A PDF opened for looking at its content and its structure."""

from functools import cached_property
from pathlib import Path

import pikepdf
from lxml import etree


class Element:
    """An element of the structure tree."""

    def __init__(self, node, parent):
        self.node, self.parent = node, parent
        self.type = str(node.S)[1:]
        self.children, self.marks, self.annotations = [], [], []

    def __str__(self):
        words = str(self.node.get("/Alt", ""))
        return f"{self.type} {self.node.objgen[0]}" + (f" “{words}”" if words else "")

    @property
    def descendants(self):
        for child in self.children:
            yield child
            yield from child.descendants


class Sheet:
    """A PDF with its pages' operators and its structure tree, each read once."""

    def __init__(self, path, profile="office"):
        self.path, self.profile = Path(path), profile
        self.pdf = pikepdf.open(path)
        self.root = self.pdf.Root

    @cached_property
    def pages(self):
        return list(self.pdf.pages)

    @cached_property
    def operators(self):
        """For each page its operators with their operands."""
        return [
            [(str(step.operator), list(step.operands)) for step in pikepdf.parse_content_stream(page)]
            for page in self.pages
        ]

    @cached_property
    def forms(self):
        """All form XObjects with their operators, by object number."""
        found = {}

        def visit(resources):
            for form in resources.get("/XObject", {}).values():
                if form.objgen[0] not in found:
                    steps = [(str(s.operator), list(s.operands)) for s in pikepdf.parse_content_stream(form)]
                    found[form.objgen[0]] = (form, steps)
                    visit(form.get("/Resources", {}))

        for page in self.pages:
            visit(page.get("/Resources", {}))
        return found

    @cached_property
    def fonts(self):
        """All fonts by object number."""
        found = {}
        for page in self.pages:
            for font in page.get("/Resources", {}).get("/Font", {}).values():
                found[font.objgen[0]] = font
        return found

    @cached_property
    def elements(self):
        """The structure tree's elements in the order of reading."""
        numbers = {page.objgen: index for index, page in enumerate(self.pages)}
        found = []

        def visit(node, parent):
            element = Element(node, parent)
            found.append(element)
            kids = node.get("/K", [])
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                page = numbers.get(node.Pg.objgen) if "/Pg" in node else None
                if isinstance(kid, int):
                    element.marks.append((page, kid))
                elif kid.get("/Type") == "/MCR":
                    element.marks.append((numbers.get(kid.Pg.objgen) if "/Pg" in kid else page, int(kid.MCID)))
                elif kid.get("/Type") == "/OBJR":
                    element.annotations.append(kid.Obj)
                else:
                    element.children.append(visit(kid, element))
            return element

        tree = self.root.get("/StructTreeRoot")
        if tree is not None:
            kids = tree.get("/K", [])
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                visit(kid, None)
        return found

    @cached_property
    def parent_tree(self):
        tree = self.root.get("/StructTreeRoot")
        return dict(pikepdf.NumberTree(tree.ParentTree)) if tree is not None and "/ParentTree" in tree else {}

    @cached_property
    def xmp(self):
        return etree.fromstring(self.root.Metadata.read_bytes())
