"""The members of a workbook: which sheets there are, their texts and styles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from zipfile import ZipFile

from lxml import etree

from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.formats.xlsx.styles import CellStyle, cell_styles
from jiping.formats.xml import parse_xml

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class SheetMember:
    """A sheet's name as its tab shows it, whether it is shown, and its member of the package."""

    name: str
    visible: bool
    member: str


@dataclass(frozen=True, slots=True)
class Book:
    """What all sheets share; `since_1904` tells from which day dates are counted."""

    sheets: tuple[SheetMember, ...]
    texts: tuple[str, ...]
    styles: tuple[CellStyle, ...]
    since_1904: bool


def open_book(package: ZipFile, name: str) -> Book:
    """Return the shared members; UnreadableFile when the package holds no workbook."""
    main = _main_member(package, name)
    root = parse_xml(package.read(main), name)
    if etree.QName(root).localname != "workbook":
        raise _not_a_workbook(name)
    targets = dict(_relations(package, main, name))
    sheets = tuple(
        SheetMember(each.get("name", ""), each.get("state", "visible") == "visible", member)
        for each in root.iterfind("{*}sheets/{*}sheet")
        if (member := targets.get(each.get(_RELATION) or each.get(_STRICT_RELATION) or "")) in package.namelist()
        and "worksheets/" in member
    )
    properties = root.find("{*}workbookPr")
    since_1904 = properties is not None and properties.get("date1904") in {"1", "true"}
    return Book(sheets, _texts(package, main, name), _styles(package, main, name), since_1904)


def shared_texts(package: ZipFile, name: str) -> tuple[etree._Element, ...]:
    """Return the items of the workbook's table of texts, which cells refer to by number."""
    return _items(package, _main_member(package, name), name)


def _main_member(package: ZipFile, name: str) -> str:
    if "_rels/.rels" not in package.namelist():
        raise _not_a_workbook(name)
    for each in parse_xml(package.read("_rels/.rels"), name):
        member = each.get("Target", "").lstrip("/")
        if each.get("Type", "").endswith("/officeDocument") and member in package.namelist():
            return member
    raise _not_a_workbook(name)


def _relations(package: ZipFile, main: str, name: str) -> Iterator[tuple[str, str]]:
    folder = dirname(main)
    for each in parse_xml(package.read(join(folder, "_rels", f"{main.rpartition('/')[2]}.rels")), name):
        yield each.get("Id", ""), normpath(join("/", folder, each.get("Target", ""))).lstrip("/")


def _texts(package: ZipFile, main: str, name: str) -> tuple[str, ...]:
    return tuple(map(text_of, _items(package, main, name)))


def _items(package: ZipFile, main: str, name: str) -> tuple[etree._Element, ...]:
    member = join(dirname(main), "sharedStrings.xml")
    if member not in package.namelist():
        return ()
    return tuple(parse_xml(package.read(member), name).iterfind("{*}si"))


def _styles(package: ZipFile, main: str, name: str) -> tuple[CellStyle, ...]:
    member = join(dirname(main), "styles.xml")
    return cell_styles(parse_xml(package.read(member), name)) if member in package.namelist() else ()


def text_of(item: etree._Element) -> str:
    """Return the text of a string item, its phonetic guide left out."""
    text = "".join(each.text or "" for run in (item, *item.iterfind("{*}r")) for each in run.iterfind("{*}t"))
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _not_a_workbook(name: str) -> UnreadableFile:
    return UnreadableFile("这不是 Excel 工作簿。", remedy="请确认扩展名与内容一致。", place=Place(name))
