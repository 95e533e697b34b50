"""Sound files of every format that can be read, to be damaged: ours, and what LibreOffice makes of them where it is."""

from collections.abc import Iterator

from formats.ofd_sample import ofd_of
from formats.samples import statement
from formats.test_ruled_pdf import foreign
from formats.test_word import LISTS, counted, p, tc, word_file
from jiping.formats.office import convert_by_office, office_program
from jiping.formats.registry import writer_for

_BY_OFFICE = (("xlsx", "xls"), ("docx", "doc"), ("docx", "rtf"), ("docx", "docx"), ("docx", "html"), ("docx", "pdf"))


def specimens() -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each sound file."""
    written = {name: writer_for(name)(statement()) for name in ("docx", "xlsx", "html", "pdf")}
    for name, data in written.items():
        yield f"ours.{name}", data
    page = foreign(statement())
    yield "foreign.pdf", page
    yield "pages.ofd", ofd_of(page)
    yield "plain.txt", "\n".join(f"{number}、绩效自评价得分为 99 分。" for number in range(40)).encode("gb18030")
    merged = tc("甲", "<w:vMerge w:val='restart'/>")
    body = counted("概况") + f"<w:tbl><w:tr>{merged}{tc('乙')}</w:tr></w:tbl>" + p("无")
    yield "lists.docx", word_file(body, numbering=LISTS.replace("{kind}", "chineseCounting"))
    if office_program() is not None:
        for source, to in _BY_OFFICE:
            yield f"office.{to}", convert_by_office(written[source], f"a.{source}", suffix=source, to=to)
