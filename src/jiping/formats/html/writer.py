"""Write a Document as one self-contained web page that also prints like the PDF: no script, no foreign host.

The attachment stands in a `template`, which no browser runs or shows: unlike a script element it needs no exception
from the page's own security policy and is kept by filters that strip scripts.
"""

import base64
from html import escape
from pathlib import Path

from jiping.domain.document import Align, Attachment, Block, Cell, Document, Para, Part, Role, Style, Table
from jiping.formats.cells import heading_rows, is_dense
from jiping.formats.texts import refuse_control_characters

CSS = Path(__file__).with_name("page.css")
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
HEADINGS = {Style.TITLE: "h1", Style.HEADING1: "h2", Style.HEADING2: "h3", Style.HEADING3: "h4"}


def write(document: Document) -> bytes:
    """Return the page of `document` as UTF-8."""
    refuse_control_characters(document)
    lines = [
        "<!DOCTYPE html>",
        '<html lang="zh-CN">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(document.title)}</title>",
        f"<style>\n{CSS.read_text(encoding='utf-8')}</style>",
        "</head>",
        "<body>",
        *map(_part, document.parts),
        *([_attachment(document.attachment)] if document.attachment else []),
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _part(part: Part) -> str:
    blocks = "\n".join(map(_block, part.blocks))
    return f'<section aria-label="{escape(part.name)}">\n{blocks}\n</section>'


def _block(block: Block) -> str:
    return _table(block) if isinstance(block, Table) else _para(block)


def _para(para: Para) -> str:
    if para.style in HEADINGS:
        tag = HEADINGS[para.style]
        return f"<{tag}>{_text(para.text)}</{tag}>"
    if para.style is Style.LINE:
        spans = "".join(f"<span>{_text(text)}</span>" for text in para.texts)
        return f'<p class="line">{spans}</p>'
    return f'<p class="{para.style.value}">{_text(para.text)}</p>'


def _table(table: Table) -> str:
    total = max(1, sum(table.widths_mm))
    columns = "".join(f'<col style="width:{width * 100 / total:.2f}%">' for width in table.widths_mm)
    heading = heading_rows(table)
    head = [_row(row, in_head=True) for row in table.rows[:heading]]
    body = [_row(row, in_head=False) for row in table.rows[heading:]]
    opening = '<table class="dense">' if is_dense(table) else "<table>"
    return "\n".join(
        [
            f"{opening}<colgroup>{columns}</colgroup>",
            *(["<thead>", *head, "</thead>"] if head else []),
            *(["<tbody>", *body, "</tbody>"] if body else []),
            "</table>",
        ]
    )


def _row(row: tuple[Cell, ...], *, in_head: bool) -> str:
    return f"<tr>{''.join(_cell(cell, in_head=in_head) for cell in row)}</tr>"


def _cell(cell: Cell, *, in_head: bool) -> str:
    scope = _scope(cell, in_head=in_head)
    classes = [
        *([cell.align.value] if cell.align is not Align.CENTER else []),
        *(["total"] if cell.role is Role.TOTAL else []),
        *(["number"] if cell.number is not None else []),
    ]
    attributes = [
        *([f'scope="{scope}"'] if scope else []),
        *([f'rowspan="{cell.rowspan}"'] if cell.rowspan > 1 else []),
        *([f'colspan="{cell.colspan}"'] if cell.colspan > 1 else []),
        *([f'class="{" ".join(classes)}"'] if classes else []),
    ]
    tag = "th" if scope else "td"
    return f"<{' '.join([tag, *attributes])}>{_text(cell.text)}</{tag}>"


def _scope(cell: Cell, *, in_head: bool) -> str:
    if in_head or cell.role is Role.HEADER:
        return "colgroup" if cell.colspan > 1 else "col"
    if cell.role is Role.LABEL:
        return "rowgroup" if cell.rowspan > 1 else "row"
    return ""


def _text(text: str) -> str:
    return escape(text).replace("  ", " \u00a0").replace("\n", "<br>")


def _attachment(attachment: Attachment) -> str:
    content = base64.b64encode(attachment.content).decode("ascii")
    name, kind, about = (escape(each) for each in (attachment.name, attachment.media_type, attachment.description))
    return f'<template id="attachment" data-name="{name}" data-type="{kind}" data-description="{about}">{content}</template>'
