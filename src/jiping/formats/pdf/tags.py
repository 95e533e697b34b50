"""The structure tree of a tagged PDF as plain values, each with its own text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSLiteral

from jiping.formats.pdf.marked import Spot, marked_texts


@dataclass
class Tag:
    """One element: its kind (P, H1, Table, TR, TD…), its spans, the text marked as its own or its children's."""

    kind: str
    rowspan: int = 1
    colspan: int = 1
    page: int | None = None
    text: str = ""
    children: list["Tag"] = field(default_factory=list)

    def find(self, *kinds: str) -> Iterator["Tag"]:
        """Yield the nearest elements below of one of these kinds, in reading order."""
        for child in self.children:
            if child.kind in kinds:
                yield child
            else:
                yield from child.find(*kinds)


def structure(document: PDFDocument, shown: list[PDFPage]) -> Tag:
    """Return the structure tree of a document with these pages."""
    pages = {cast("int", page.pageid): number for number, page in enumerate(shown, start=1)}
    return _tag(resolve1(document.catalog["StructTreeRoot"]), None, pages, marked_texts(shown))


def _tag(node: Mapping[str, Any], page: int | None, pages: Mapping[int, int], texts: Mapping[Spot, str]) -> Tag:
    page = _page(node, page, pages)
    tag = Tag(_name(node.get("S")), *_spans(node), page=page)
    kids = resolve1(node.get("K", []))
    for kid in kids if isinstance(kids, list) else [kids]:
        found = resolve1(kid)
        if isinstance(found, int):
            tag.text += texts.get((page or 0, found), "")
        elif "MCID" in found:
            own = _page(found, page, pages)
            tag.page = tag.page or own
            tag.text += texts.get((own or 0, found["MCID"]), "")
        elif "S" in found:
            child = _tag(found, page, pages, texts)
            tag.page = tag.page or child.page
            tag.text += child.text
            tag.children.append(child)
    return tag


def _page(node: Mapping[str, Any], inherited: int | None, pages: Mapping[int, int]) -> int | None:
    reference = node.get("Pg")
    return pages.get(reference.objid, inherited) if isinstance(reference, PDFObjRef) else inherited


def _spans(node: Mapping[str, Any]) -> tuple[int, int]:
    attributes = resolve1(node.get("A", []))
    found = [resolve1(each) for each in (attributes if isinstance(attributes, list) else [attributes])]
    merged = {key: value for each in found if isinstance(each, dict) for key, value in each.items()}
    return int(resolve1(merged.get("RowSpan", 1))), int(resolve1(merged.get("ColSpan", 1)))


def _name(literal: Any) -> str:
    return str(literal.name) if isinstance(literal, PSLiteral) else ""
