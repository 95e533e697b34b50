"""Change words in a Word file: look, margins, pictures and every other part of the package stay as they are."""

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from jiping.domain.place import Place
from jiping.formats.amendment import Amendment, CannotAmend, fixed_text
from jiping.formats.docx.hidden import hidden_words
from jiping.formats.docx.lists import numbering_of
from jiping.formats.docx.main_part import body_of, main_member
from jiping.formats.docx.markup import W, q
from jiping.formats.docx.pages import Pages
from jiping.formats.docx.story import LOOKED_THROUGH, pieces_of
from jiping.formats.docx.table_reader import cell_at
from jiping.formats.guard import damage_reported
from jiping.formats.package import open_package, with_members
from jiping.formats.wording import Piece, reword
from jiping.formats.xml import parse_xml

_BY_HAND = "请在原件中手工修改。"


def amend(data: bytes, name: str, amendments: Iterable[Amendment]) -> bytes:
    """Return the docx file with every amendment made at the place the reader gave; CannotAmend where one does not fit."""
    with damage_reported(name), open_package(data, name) as package:
        member = main_member(package, name)
        xml = package.read(member)
        if W.encode() not in xml:
            raise CannotAmend("原件是“严格”格式的 Word 文件，不能在原件上改。", remedy=_BY_HAND, place=Place(name))
        root = parse_xml(xml, name)
        body = body_of(root, name)
        if hidden_words(body):
            raise CannotAmend("原件里有隐藏的文字，不能在原件上改。", remedy=_BY_HAND, place=Place(name))
        pages = Pages(name, numbering_of(package, name))
        pages.tell(body)
        for each in amendments:
            reword(_pieces(each, pages), each)
        return with_members(
            package, {member: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)}
        )


def _pieces(amendment: Amendment, pages: Pages) -> Iterator[Piece]:
    place = amendment.place
    if place.paragraph is not None:
        return pieces_of(pages.paragraphs[place.paragraph - 1])
    cell = None if place.table is None else cell_at(pages.tables[place.table - 1], place)
    if cell is None:
        raise fixed_text(place)
    return _cell_pieces(cell)


def _cell_pieces(cell: etree._Element) -> Iterator[Piece]:
    for number, paragraph in enumerate(_paragraphs(cell)):
        if number:
            yield Piece("\n")
        yield from pieces_of(paragraph)


def _paragraphs(parent: etree._Element) -> Sequence[etree._Element]:
    found: list[etree._Element] = []
    for child in parent:
        if child.tag == q("p"):
            found.append(child)
        elif child.tag in LOOKED_THROUGH:
            found += _paragraphs(child)
    return found
