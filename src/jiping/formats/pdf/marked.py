"""The text of each marked piece of page content, as the file itself spells it (ActualText wins over glyphs)."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

Spot = tuple[int, int]
"""Page number from 1, and marked content id on that page."""


def marked_texts(pages: Sequence[PDFPage]) -> dict[Spot, str]:
    """Return the text of every marked content id of these pages, in the order it is drawn."""
    resources = PDFResourceManager()
    texts: dict[Spot, str] = {}
    for number, page in enumerate(pages, start=1):
        device = _MarkedText(resources)
        PDFPageInterpreter(resources, device).process_page(page)
        texts.update(((number, mcid), text) for mcid, text in device.texts.items() if mcid is not None)
    return texts


class _MarkedText(PDFTextDevice):
    """Collects characters under the innermost marked content id; nothing is positioned."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.texts: defaultdict[int | None, str] = defaultdict(str)
        self.open: list[tuple[int | None, bool]] = []

    def begin_tag(self, tag: PSLiteral, props: Any = None) -> None:  # noqa: ARG002
        mcid, spelled = self.open[-1] if self.open else (None, False)
        found = props if isinstance(props, dict) else {}
        mcid = found.get("MCID", mcid)
        if "ActualText" in found:
            self.texts[mcid] += decode_text(found["ActualText"])
            spelled = True
        self.open.append((mcid, spelled))

    def end_tag(self) -> None:
        if self.open:
            self.open.pop()

    def render_char(self, *arguments: Any) -> float:
        _, font, size, scaling, _, cid = arguments[:6]
        mcid, spelled = self.open[-1] if self.open else (None, True)
        if not spelled:
            self.texts[mcid] += _letter(font, cid)
        return float(font.char_width(cid) * size * scaling)


def _letter(font: PDFFont, cid: int) -> str:
    try:
        return font.to_unichr(cid)
    except PDFUnicodeNotDefined:
        return "\ufffd"
