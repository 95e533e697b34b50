"""Change words and figures in a workbook: sheets, widths, formats and every other cell stay as they are.

A changed text stands in its cell from then on, no longer in the table of texts that cells share.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from decimal import Decimal

from lxml import etree

from jiping.domain.money import plain
from jiping.formats.amendment import Amendment, CannotAmend, fixed_text
from jiping.formats.guard import damage_reported
from jiping.formats.hidden_lines import column_letters
from jiping.formats.package import open_package, with_members
from jiping.formats.wording import Piece, reword
from jiping.formats.xlsx.book import Book, open_book, shared_texts
from jiping.formats.xlsx.worksheet import text_in
from jiping.formats.xml import parse_xml

_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_PER_CENT = 100


def amend(data: bytes, name: str, amendments: Iterable[Amendment]) -> bytes:
    """Return the xlsx file with every amendment made at the place the reader gave; CannotAmend where one does not fit."""
    with damage_reported(name), open_package(data, name) as package:
        book = open_book(package, name)
        texts = shared_texts(package, name)
        members = {each.name: each.member for each in book.sheets}
        roots: dict[str, etree._Element] = {}
        for each in amendments:
            if each.place.sheet not in members:
                raise fixed_text(each.place)
            member = members[each.place.sheet]
            if member not in roots:
                roots[member] = parse_xml(package.read(member), name)
            _amend(_cell(roots[member], each, book), each, book, texts)
        written = {
            member: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            for member, root in roots.items()
        }
        return with_members(package, written)


def _cell(root: etree._Element, amendment: Amendment, book: Book) -> etree._Element:
    """Return the cell that shows the words: the one at the place, or one beside it where a line runs over several."""
    place = amendment.place
    wanted = f"{column_letters(place.column or 1)}{place.row}"
    row = [c for line in root.iterfind("{*}sheetData/{*}row") if line.get("r") == str(place.row) for c in line]
    for c in sorted(row, key=lambda c: c.get("r") != wanted):
        if amendment.old in text_in(c, book):
            if c.find("{*}f") is not None:
                raise CannotAmend(
                    f"{c.get('r')} 是公式，改了结果，重新计算时又会变回去。", remedy="请在原件中改公式。", place=place
                )
            return c
    raise fixed_text(place)


def _amend(c: etree._Element, amendment: Amendment, book: Book, texts: Sequence[etree._Element]) -> None:
    before = text_in(c, book)
    if c.get("t", "n") == "n" and before.count(amendment.old) == 1:
        _set_number(c, before.replace(amendment.old, amendment.new), book)
        return
    if c.get("t") == "s":
        item = deepcopy(texts[int(c.findtext("{*}v") or 0)])
        _set_text(c, item)
    reword(_pieces(c), amendment)


def _set_number(c: etree._Element, shown: str, book: Book) -> None:
    """Let the cell show `shown`: as a number where its format can, else as a text."""
    found = _NUMBER.search(shown)
    stated = Decimal(found[0].replace(",", "")) if found else None
    value = c.find("{*}v")
    if stated is not None and value is not None:
        for number in (stated, stated / _PER_CENT):
            value.text = plain(number)
            if text_in(c, book) == shown:
                return
    item = etree.Element(_like(c, "si"))
    etree.SubElement(item, _like(c, "t")).text = shown
    _set_text(c, item)


def _set_text(c: etree._Element, item: etree._Element) -> None:
    """Put the text of a string item, its looks within the cell included, into the cell."""
    for child in list(c):
        c.remove(child)
    item.tag = _like(c, "is")
    c.set("t", "inlineStr")
    c.append(item)


def _pieces(c: etree._Element) -> Iterator[Piece]:
    for item in c.iterfind("{*}is"):
        for run in (item, *item.iterfind("{*}r")):
            for text in run.iterfind("{*}t"):
                yield Piece(text.text or "", text)


def _like(c: etree._Element, name: str) -> str:
    """Return a name in the name space of the cell, which differs between the two kinds of workbook."""
    return str(etree.QName(etree.QName(c).namespace, name))
