"""The web page and the PDF as files: self-contained, inert, archival, accessible."""

import base64
from html.parser import HTMLParser
from io import BytesIO

import pikepdf

from formats.samples import ATTACHMENT, ROWS, score_part, statement
from jiping.domain.document import Document, Para, Part, Style
from jiping.formats.registry import writer_for


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def page(document: Document) -> tuple[str, list[tuple[str, dict[str, str | None]]]]:
    text = writer_for("html")(document).decode()
    parser = Page()
    parser.feed(text)
    return text, parser.tags


def test_the_page_runs_nothing_and_asks_no_host() -> None:
    text, tags = page(statement())
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in tags}
    assert "http" not in text.replace('http-equiv="Content-Security-Policy"', "")
    assert "default-src &#x27;none&#x27;" in text or "default-src 'none'" in text


def test_markup_in_a_text_is_only_text() -> None:
    text, tags = page(Document((Part('"><b>', (Para(Style.BODY, ("<script>alert(1)</script>",)),)),), title="</title>"))
    assert not {"script", "b"} & {tag for tag, _ in tags}
    assert "&lt;script&gt;" in text


def test_headings_of_the_table_say_what_they_head() -> None:
    scopes = [attributes.get("scope") for tag, attributes in page(statement())[1] if tag == "th"]
    assert {"col", "colgroup", "row", "rowgroup"} == set(scopes)


def test_the_attachment_of_the_page_is_inert_and_whole() -> None:
    text, tags = page(statement())
    attributes = next(attributes for tag, attributes in tags if tag == "template")
    assert attributes["data-name"] == ATTACHMENT.name
    assert base64.b64encode(ATTACHMENT.content).decode() in text


def test_the_pdf_is_tagged_archival_and_embeds_its_fonts() -> None:
    with pikepdf.open(BytesIO(writer_for("pdf")(statement()))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).startswith("zh")
        metadata = pdf.Root.Metadata.read_bytes().decode()
        assert "<pdfaid:part>3" in metadata
        assert "<pdfaid:conformance>A" in metadata
        fonts = [font for each in pdf.pages for font in each.Resources.Font.values()]
        assert all("+" in str(font.BaseFont) for font in fonts)
        assert bytes(pdf.attachments[ATTACHMENT.name].get_file().read_bytes()) == ATTACHMENT.content


def test_the_score_table_of_twenty_rows_fits_one_page() -> None:
    with pikepdf.open(BytesIO(writer_for("pdf")(Document((score_part(ROWS),))))) as pdf:
        assert len(pdf.pages) == 1
