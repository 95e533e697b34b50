"""The file a PDF carries inside itself."""

from collections.abc import Iterator
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import resolve1, stream_value
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from jiping.domain.document import Attachment


def attachment_of(document: PDFDocument) -> Attachment | None:
    """Return the first embedded file, or None."""
    names = resolve1(document.catalog.get("Names", {}))
    for entry in _leaves(resolve1(names.get("EmbeddedFiles", {}))):
        stream = stream_value(resolve1(entry["EF"])["F"])
        kind = stream.attrs.get("Subtype")
        return Attachment(
            name=_text(entry.get("UF", entry.get("F"))),
            media_type=str(kind.name) if isinstance(kind, PSLiteral) else "",
            content=stream.get_data(),
            description=_text(entry.get("Desc")),
        )
    return None


def _leaves(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    pairs = resolve1(node.get("Names", []))
    yield from (resolve1(entry) for entry in pairs[1::2])
    for kid in resolve1(node.get("Kids", [])):
        yield from _leaves(resolve1(kid))


def _text(value: Any) -> str:
    found = resolve1(value)
    return decode_text(found) if isinstance(found, bytes) else ""
