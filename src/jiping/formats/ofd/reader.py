"""Read an OFD file (GB/T 33190-2016) by its text objects and ruled lines. Seals and annotations are left out."""

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from zipfile import ZipFile

from lxml import etree

from jiping.domain.document import Document
from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.formats.guard import damage_reported
from jiping.formats.ofd.objects import MM, page_marks
from jiping.formats.package import open_package
from jiping.formats.ruled.marks import PageMarks
from jiping.formats.ruled.pages import part_of
from jiping.formats.xml import parse_xml

MAGIC = (b"PK\x03\x04",)
INSIDE = (b"OFD.xml",)

MOST_PAGES = 2_000

_A4_MM = (210.0, 297.0)


def read(data: bytes, name: str) -> Document:
    """Return the paragraphs and tables of an OFD file; UnreadableFile when it is not one or shows no text."""
    with damage_reported(name), open_package(data, name) as package:
        notes: list[str] = []
        part = part_of(_pages(package, name, notes), name)
        if not part.blocks:
            raise UnreadableFile(
                "文件里没有文字。",
                why="它可能是扫描件，每一页只是一张图片。",
                remedy="请提供由 WPS 或公文系统直接导出的版式文件，或改用 docx、PDF。",
                place=Place(name),
            )
        return Document((part,), title=name, notes=tuple(notes))


def _pages(package: ZipFile, name: str, notes: list[str]) -> Iterator[PageMarks]:
    number = 0
    for document in _documents(package, name):
        root = _parsed(package, document, name)
        size = _size(root, _A4_MM)
        templates = {
            each.get("ID", ""): _within(document, each.get("BaseLoc", ""))
            for each in root.iterfind(".//{*}TemplatePage")
        }
        for each in root.iterfind("{*}Pages/{*}Page"):
            number += 1
            if number > MOST_PAGES:
                raise UnreadableFile("页数太多，不像自评材料。", remedy="请确认选对了文件。", place=Place(name))
            page = _parsed(package, _within(document, each.get("BaseLoc", "")), name)
            used = [templates.get(use.get("TemplateID", ""), "") for use in page.iterfind("{*}Template")]
            layers = [page, *(_parsed(package, member, name) for member in used if member in package.namelist())]
            marks = page_marks(layers, number, _size(page, size))
            if not marks.chars:
                notes.append(f"第 {number} 页没有文字，可能是扫描的图片，没有读入。")
            yield marks


def _documents(package: ZipFile, name: str) -> list[str]:
    if "OFD.xml" not in package.namelist():
        raise UnreadableFile("这不是 OFD 文件。", remedy="请确认扩展名与内容一致。", place=Place(name))
    roots = parse_xml(package.read("OFD.xml"), name).iterfind("{*}DocBody/{*}DocRoot")
    return [_within("OFD.xml", (each.text or "").strip()) for each in roots]


def _parsed(package: ZipFile, member: str, name: str) -> etree._Element:
    return parse_xml(package.read(member), name)


def _within(member: str, location: str) -> str:
    """Return the member a location names, seen from another member; one that leads out of the package stays in it."""
    return normpath(join("/", dirname(member), location)).lstrip("/")


def _size(root: etree._Element, otherwise: tuple[float, float]) -> tuple[float, float]:
    stated = (root.findtext(".//{*}PhysicalBox") or "").split()
    return (float(stated[2]) * MM, float(stated[3]) * MM) if len(stated) == 4 else otherwise
