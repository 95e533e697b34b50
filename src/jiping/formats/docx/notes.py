"""What a Word file holds that its plain text cannot show."""

import re
from collections.abc import Iterator
from zipfile import ZipFile

from lxml import etree

from jiping.formats.docx.hidden import hidden_words, take_out_hidden
from jiping.formats.docx.markup import q
from jiping.formats.docx.story import text_of
from jiping.formats.xml import parse_xml

_MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml")
_PAGE_NUMBER = re.compile(r"[\s—\-–－0-9第页共/]*")
_REVISIONS = (
    ("ins", "文件里有未接受的修订：新增的文字已计入。"),
    ("del", "文件里有未接受的修订：删除的文字没有计入。"),
)


def notes_on(body: etree._Element, package: ZipFile, name: str) -> Iterator[str]:
    """Yield a sentence on revisions, one on hidden text, and one on the words in the margins of the page."""
    for tag, note in _REVISIONS:
        if next(body.iter(q(tag)), None) is not None:
            yield note
    if hidden := hidden_words(body):
        yield f"文件里有隐藏的文字，没有读入：“{hidden}”。"
    words = [text for text in _margins(package, name) if not _PAGE_NUMBER.fullmatch(text)]
    if words:
        yield f"页眉、页脚里的文字没有读入：{'；'.join(dict.fromkeys(words))}。"


def _margins(package: ZipFile, name: str) -> Iterator[str]:
    for member in package.namelist():
        if _MARGIN.fullmatch(member):
            margin = parse_xml(package.read(member), name)
            take_out_hidden(margin)
            for paragraph in margin.iter(q("p")):
                yield text_of(paragraph).strip()
