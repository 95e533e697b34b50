"""Write a Document as PDF/A-3a: tagged, with embedded subset fonts of this package only, equal bytes for equal input.

The page itself is `page.typ`; this module hands it the Document as JSON and refuses what the fonts cannot draw.
"""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import typst

from jiping.domain.document import Attachment, Block, Document, Part, Table
from jiping.formats.cells import heading_rows, is_dense
from jiping.formats.page import margins, text_width
from jiping.formats.pdf.glyphs import refuse_missing_glyphs
from jiping.formats.texts import refuse_control_characters

HERE = Path(__file__).parent
STANDARD = "a-3a"
NO_DAY = 315_532_800  # PDF/A demands a date; 1980-01-01, the first day a zip knows, says nothing about the document.


def write(document: Document) -> bytes:
    """Return the PDF of `document`; MissingGlyph before anything is drawn when a character has no glyph."""
    refuse_control_characters(document)
    refuse_missing_glyphs(document)
    content = json.dumps(_data(document), ensure_ascii=False)
    pdf = _compiler().compile(
        format="pdf", sys_inputs={"document": content}, pdf_standards=[STANDARD], timestamp=NO_DAY
    )
    return bytes(pdf)


@cache
def _compiler() -> Any:
    """Return the one compiler of this process: it scans the fonts once and keeps the page's parsed source."""
    return typst.Compiler(HERE / "page.typ", font_paths=[HERE / "fonts"], ignore_system_fonts=True)


def _data(document: Document) -> dict[str, Any]:
    data: dict[str, Any] = {
        "title": document.title,
        "parts": [_part(part) for part in document.parts],
    }
    if document.attachment is not None:
        data["attachment"] = _attachment(document.attachment)
    return data


def _part(part: Part) -> dict[str, Any]:
    blocks = [_block(block) for block in part.blocks]
    return {"name": part.name, "width": text_width(part), "margins": asdict(margins(part)), "blocks": blocks}


def _attachment(attachment: Attachment) -> dict[str, Any]:
    return {
        "name": attachment.name,
        "media-type": attachment.media_type,
        "content": list(attachment.content),
        "description": attachment.description,
    }


def _block(block: Block) -> dict[str, Any]:
    if not isinstance(block, Table):
        return {"style": block.style.value, "texts": [_spaced(text) for text in block.texts]}
    return {
        "widths": block.widths_mm,
        "dense": is_dense(block),
        "header-rows": heading_rows(block),
        "rows": [
            [
                {
                    "text": _spaced(cell.text),
                    "rowspan": cell.rowspan,
                    "colspan": cell.colspan,
                    "role": cell.role.value,
                    "align": cell.align.value,
                }
                for cell in row
            ]
            for row in block.rows
        ],
    }


def _spaced(text: str) -> str:
    return text.replace("\u00a0", " ").replace(" ", "\u00a0\u200b")
