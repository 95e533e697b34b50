"""The peers: how the same score table would be written without jiping, each in the library's own plain way."""

import io
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from jiping.scoring.score import Evaluation

HEADINGS = ("一级指标", "二级指标", "三级指标", "年初指标值", "实际完成值", "权重", "得分", "评分依据")


@dataclass(frozen=True, slots=True)
class Peer:
    """A library, what it writes, and how to make its writing function (imports happen there)."""

    package: str
    to: str
    prepare: Callable[[], Callable[[Evaluation], bytes]]


def cells(evaluation: Evaluation) -> list[tuple[str, ...]]:
    """Return the 20 rows as eight texts each."""
    return [
        tuple(
            str(each or "")
            for each in (
                r.row.level1,
                r.row.level2,
                r.row.level3,
                r.row.target,
                r.row.actual,
                r.row.weight,
                r.points,
                r.arithmetic,
            )
        )
        for r in evaluation.rows
    ]


def paragraphs(evaluation: Evaluation) -> list[str]:
    """Return headings and texts of the narrative."""
    return [text for _, section in evaluation.filing.narrative.sections() for text in (section.heading, section.text)]


def python_docx() -> Callable[[Evaluation], bytes]:
    """Row by row with `table.cell`, merging equal neighbours, as the library's own guide shows."""
    import docx

    def write(evaluation: Evaluation) -> bytes:
        page = docx.Document()
        for text in paragraphs(evaluation):
            page.add_paragraph(text)
        rows = [HEADINGS, *cells(evaluation)]
        table = page.add_table(rows=len(rows), cols=len(HEADINGS), style="Table Grid")
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                table.cell(r, c).text = text
        for c in (0, 1):
            start = 1
            for r in range(2, len(rows) + 1):
                if r == len(rows) or rows[r][: c + 1] != rows[start][: c + 1]:
                    if r - start > 1:
                        merged = table.cell(start, c).merge(table.cell(r - 1, c))
                        merged.text = rows[start][c]
                    start = r
        buffer = io.BytesIO()
        page.save(buffer)
        return buffer.getvalue()

    return write


def docxtpl() -> Callable[[Evaluation], bytes]:
    """A Word template with a row loop; merging is left out, since the template language cannot nest it."""
    import docx
    from docxtpl import DocxTemplate

    page = docx.Document()
    page.add_paragraph("{% for text in paragraphs %}{{ text }}\n{% endfor %}")
    table = page.add_table(rows=4, cols=len(HEADINGS), style="Table Grid")
    for c, text in enumerate(HEADINGS):
        table.cell(0, c).text = text
        table.cell(2, c).text = f"{{{{ row[{c}] }}}}"
    table.cell(1, 0).text = "{%tr for row in rows %}"
    table.cell(3, 0).text = "{%tr endfor %}"
    path = Path(tempfile.mkdtemp()) / "template.docx"
    page.save(str(path))

    def write(evaluation: Evaluation) -> bytes:
        template = DocxTemplate(str(path))
        template.render({"paragraphs": paragraphs(evaluation), "rows": cells(evaluation)}, autoescape=True)
        buffer = io.BytesIO()
        template.save(buffer)
        return buffer.getvalue()

    return write


def openpyxl() -> Callable[[Evaluation], bytes]:
    """Cell by cell with borders and wrapping."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Side

    thin = Side(style="thin")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    wrap = Alignment(wrap_text=True, vertical="center")

    def write(evaluation: Evaluation) -> bytes:
        book = Workbook()
        sheet = book.worksheets[0]
        for r, text in enumerate(paragraphs(evaluation), start=1):
            sheet.cell(r, 1, text)
        second = book.create_sheet()
        for r, row in enumerate([HEADINGS, *cells(evaluation)], start=1):
            for c, text in enumerate(row, start=1):
                cell = second.cell(r, c, text)
                cell.border, cell.alignment = border, wrap
        buffer = io.BytesIO()
        book.save(buffer)
        return buffer.getvalue()

    return write


def weasyprint() -> Callable[[Evaluation], bytes]:
    """The same page as HTML with print rules, laid out by a browser-like engine."""
    from html import escape

    from weasyprint import HTML

    def write(evaluation: Evaluation) -> bytes:
        body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs(evaluation))
        rows = "".join(
            "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>"
            for row in (HEADINGS, *cells(evaluation))
        )
        style = "@page{size:A4} table{border-collapse:collapse} td{border:1px solid} body{font-family:'Noto Serif SC'}"
        return bytes(HTML(string=f"<style>{style}</style>{body}<table>{rows}</table>").write_pdf())

    return write


PEERS = (
    Peer("python-docx", "docx", python_docx),
    Peer("docxtpl", "docx", docxtpl),
    Peer("openpyxl", "xlsx", openpyxl),
    Peer("weasyprint", "pdf", weasyprint),
)
