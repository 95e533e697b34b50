"""The same statements by others: ReportLab with a form object, Typst, a LibreOffice merge; same records, font and figures.

Each takes records as plain dicts and a folder to write to. The peers draw the page in the nearest layout and are given
ready QR modules, so that the code costs them only its drawing.
"""

import json
import subprocess
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from jiping.statements.columns import MONTHS
from jiping.statements.faces import FONTS
from jiping.statements.fields import Square, Text, Tint
from jiping.statements.template import Template

Record = Mapping[str, Any]
_MONTHLY = ("base", "unit", "personal")
_SQUARE = 29


def said(record: Record) -> dict[str, str]:
    """Return what each field of a record's page says."""
    money = {name: record[name] for name in record if name.startswith(_MONTHLY) or name in _BALANCES}
    for what in ("unit", "personal"):
        money[f"{what}_total"] = sum(record[f"{what}_{month}"] or 0 for month in MONTHS)
    money["year_growth"] = record["principal"] + record["interest"]
    words = {name: "" if value is None else f"{Decimal(value).scaleb(-2):,.2f}" for name, value in money.items()}
    texts = {name: str(value) for name, value in record.items() if name not in money}
    return texts | words | {"number": str(record["statement_number"]), "code": "7F3K-20QX", "sheet": "1"}


_BALANCES = ("opening", "principal", "interest", "closing")


def modules(count: int) -> list[str]:
    """Return QR codes for the peers, each module a letter; their content does not matter to the clock."""
    import segno

    made = [segno.make_qr(f"JP1:{place:038}", version=3, error="m", mask=2, mode="byte").matrix for place in range(50)]
    rows = ["".join("1" if module else "0" for row in each for module in row) for each in made]
    return [rows[place % len(rows)] for place in range(count)]


def by_reportlab(template: Template, records: Sequence[Record], codes: Sequence[str], path: Path) -> None:
    """A form object for what never changes, text and figures drawn for each page."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("serif", str(FONTS / "NotoSerifSC-Regular.ttf")))
    height = A4[1]
    canvas = Canvas(str(path), pagesize=A4, pageCompression=1)
    canvas.beginForm("still")
    for field in template.fields:
        canvas.setFont("serif", 8)
        if isinstance(field, Text):
            canvas.drawString(field.x, height - field.y - 9, "对账单固定文字")
            canvas.line(field.x, height - field.y - 2, field.x + field.width, height - field.y - 2)
    canvas.endForm()
    for record, code in zip(records, codes, strict=True):
        words = said(record)
        for field in template.fields:
            if isinstance(field, Tint):
                canvas.setFillColorRGB(*_rgb(template, field.missing if record[field.name] is None else field.present))
                canvas.rect(field.x, height - field.y - field.height, field.width, field.height, stroke=0, fill=1)
        canvas.doForm("still")
        for field in template.fields:
            if isinstance(field, Square):
                _draw_square(canvas, field, code, height)
            elif isinstance(field, Text):
                canvas.setFont("serif", field.size)
                canvas.setFillColorRGB(*_rgb(template, field.fill))
                draw = canvas.drawRightString if field.align == "right" else canvas.drawString
                at = field.x + (field.width if field.align == "right" else 0)
                draw(at, height - field.y, words[field.name])
        canvas.showPage()
    canvas.save()


def _rgb(template: Template, colour: int) -> tuple[float, ...]:
    return tuple(part / 255 for part in template.palette[colour])


def _draw_square(canvas: Any, field: Square, code: str, height: float) -> None:
    module = field.width / _SQUARE
    path = canvas.beginPath()
    for row in range(_SQUARE):
        line = code[row * _SQUARE : (row + 1) * _SQUARE]
        place = line.find("1")
        while place >= 0:
            end = line.find("0", place) if "0" in line[place:] else _SQUARE
            path.rect(field.x + place * module, height - field.y - (row + 1) * module, (end - place) * module, module)
            place = line.find("1", end)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawPath(path, stroke=0, fill=1)


_TYPST = """
#set page(paper: "a4", margin: 0pt)
#set text(font: ("Noto Serif SC", "HanaMinB"), size: 9.5pt)
#let fields = json(bytes(sys.inputs.fields))
#let people = json(bytes(sys.inputs.people))
#for person in people {
  for field in fields {
    if field.kind == "text" {
      place(top + left, dx: field.x * 1pt, dy: (field.y - field.size) * 1pt, box(width: field.width * 1pt,
        align(if field.align == "right" { right } else { left }, text(size: field.size * 1pt, person.at(field.name)))))
      place(top + left, dx: field.x * 1pt, dy: field.y * 1pt, line(length: 20pt, stroke: 0.4pt))
    }
    if field.kind == "square" {
      place(top + left, dx: field.x * 1pt, dy: field.y * 1pt, box(width: field.width * 1pt, image(bytes(person.square), format: "svg")))
    }
  }
  pagebreak(weak: true)
}
"""


def by_typst(template: Template, records: Sequence[Record], codes: Sequence[str], path: Path) -> None:
    """One compilation for all pages, without tags, which it is fastest at."""
    import typst

    fields = [
        {"kind": "text", "name": f.name, "x": f.x, "y": f.y, "width": f.width, "size": f.size, "align": f.align}
        for f in template.fields
        if isinstance(f, Text)
    ] + [{"kind": "square", "x": f.x, "y": f.y, "width": f.width} for f in template.fields if isinstance(f, Square)]
    people = [said(record) | {"square": _svg(code)} for record, code in zip(records, codes, strict=True)]
    inputs = {"fields": json.dumps(fields), "people": json.dumps(people, ensure_ascii=False)}
    page: Any = _TYPST.encode()
    compiler: Any = typst.Compiler(page, font_paths=[FONTS], ignore_system_fonts=True, sys_inputs=inputs)
    path.write_bytes(compiler.compile(format="pdf", pdf_tags=False))


def _svg(code: str) -> str:
    cells = "".join(
        f"M{place % _SQUARE} {place // _SQUARE}h1v1h-1z" for place, module in enumerate(code) if module == "1"
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SQUARE} {_SQUARE}"><path d="{cells}"/></svg>'


def by_libreoffice(_template: Template, records: Sequence[Record], _codes: Sequence[str], path: Path) -> None:
    """The clerk's mail merge: one document of all pages, converted once; no QR code."""
    from docx import Document
    from docx.shared import Pt

    document: Any = Document()
    for place, record in enumerate(records):
        words = said(record)
        document.add_paragraph(f"2024 年度个人权益记录对账单 {words['number']}")
        document.add_paragraph(f"{words['postcode']} {words['address']} {words['name']} 收")
        document.add_paragraph(f"{words['employer']} {words['insured_types']} 累计储存额 {words['closing']}")
        table = document.add_table(rows=14, cols=4)
        cells = [cell for row in table.rows for cell in row.cells]
        for number, month in enumerate(MONTHS, start=1):
            cells[number * 4].text = f"{number} 月"
            for column, what in enumerate(_MONTHLY, start=1):
                cells[number * 4 + column].text = words[f"{what}_{month}"]
        if place + 1 < len(records):
            document.add_page_break()
    document.styles["Normal"].font.size = Pt(9.5)
    source = path.with_suffix(".docx")
    document.save(str(source))
    subprocess.run(
        [
            "/usr/bin/soffice",
            "--headless",
            f"-env:UserInstallation=file://{path.parent}/profile",
            "--convert-to",
            "pdf",
            "--outdir",
            str(path.parent),
            str(source),
        ],
        check=True,
        capture_output=True,
    )
