"""The main part of a Word file: the member of the package that holds the text."""

from posixpath import join, normpath
from zipfile import ZipFile

from lxml import etree

from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.formats.docx.markup import q
from jiping.formats.xml import parse_xml


def main_member(package: ZipFile, name: str) -> str:
    """Return the name of the member, as the package's own relations tell it; UnreadableFile when there is none."""
    relations = parse_xml(package.read("_rels/.rels"), name)
    targets = [each.get("Target", "") for each in relations if each.get("Type", "").endswith("/officeDocument")]
    main = normpath(join("/", targets[0])).lstrip("/") if targets else ""
    if main not in package.namelist():
        raise _not_word(name)
    return main


def body_of(root: etree._Element, name: str) -> etree._Element:
    """Return what holds the paragraphs and tables; UnreadableFile when the part is not one of Word."""
    if root.tag != q("document"):
        raise _not_word(name)
    body = root.find(q("body"))
    if body is None:
        raise UnreadableFile("文件里没有正文。", remedy="请用 Word 或 WPS 另存一份再读。", place=Place(name))
    return body


def _not_word(name: str) -> UnreadableFile:
    return UnreadableFile("这不是 Word 文件。", remedy="请确认扩展名与内容一致。", place=Place(name))
