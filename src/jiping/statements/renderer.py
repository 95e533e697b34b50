"""Statements onto pages: the same look for all, the words and figures of each.

    template = load_template(folder, facts)                      once a run: a folder with statement.typ
    renderer = Renderer(template, key, characters_of(table))     once a run: cuts the fonts; fork workers after it
    renderer.exceptions(table)                                   before printing: who cannot be printed, and why
    with path.open("wb") as out:
        printed = renderer.render_file(table.slice(a, n), out)   one PDF a postal batch
    render_one(template, key, record)                            one PDF on demand

`table` is a pyarrow.Table with the columns of `columns.SCHEMA`, money in whole fen.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from typing import Any, BinaryIO

import numpy as np
import pyarrow as pa

from jiping.domain.errors import JipingError
from jiping.statements.alphabet import alphabet_of
from jiping.statements.columns import SCHEMA, TEXTS
from jiping.statements.fields import Text
from jiping.statements.letters import points_of
from jiping.statements.opening import opening
from jiping.statements.page_form import page_form
from jiping.statements.page_tree import page_tree
from jiping.statements.pdf_file import PdfFile
from jiping.statements.pdf_objects import CATALOG, PAGES
from jiping.statements.pdf_pages import Printed, page, page_contents, write_contents
from jiping.statements.rows import Rows, blocks_of, signed
from jiping.statements.slow_lane import drawn, laid, money
from jiping.statements.square import squares
from jiping.statements.template import Template
from jiping.statements.unprintable import Unprintable, unprintable
from jiping.statements.verification import SHORTEST_KEY

__all__ = ["PREFIX", "Printed", "Renderer", "Unprintable", "characters_of", "render_one"]

PREFIX = "JP2:"
"""What the QR code begins with unless the run says otherwise: a web address, for instance."""


def characters_of(statements: Any) -> frozenset[str]:
    """Return every character the texts of the table use."""
    texts = [chunk for name in TEXTS for chunk in statements.column(name).chunks]
    return frozenset(map(chr, points_of(pa.concat_arrays(texts)).tolist())) if texts else frozenset()


class Renderer:
    """Prints statements that use no other characters than `characters`.

    `key` signs the verification codes: at least 16 bytes, kept by the agency, never in a file of the product. `prefix`
    is what the QR code says before the facts and the code.
    """

    def __init__(self, template: Template, key: bytes, characters: Collection[str], prefix: str = PREFIX) -> None:
        if len(key) < SHORTEST_KEY:
            raise JipingError(
                f"查验码的密钥只有 {len(key)} 个字节。", remedy=f"请用不少于 {SHORTEST_KEY} 个字节的随机密钥。"
            )
        self._year = template.facts.year
        self._key = key
        self._alphabet = alphabet_of(characters)
        self._opening = opening(template, self._alphabet)
        self._height = self._opening.height
        self._form = page_form(template, self._height, squares(prefix))

    def exceptions(self, statements: Any) -> list[Unprintable]:
        """Return what cannot be printed: a character no font has or that has no standard meaning, a value outside its range."""
        return [
            replace(each, row=rows.first + each.row)
            for rows in blocks_of(statements, self._alphabet)
            for each in unprintable(rows, self._form.fills)
        ]

    def render_file(self, statements: Any, out: BinaryIO) -> Printed:
        """Write one PDF, a page a row. Raises MissingGlyph or JipingError naming the row; what is written by then is no file."""
        contents = range(len(self._opening.places) + 1, len(self._opening.places) + 1 + statements.num_rows)
        pages = range(contents.stop, contents.stop + statements.num_rows)
        parents, nodes = page_tree(list(pages), pages.stop)
        file = PdfFile(out, self._opening.written, self._opening.places, 2 * statements.num_rows + len(nodes) - 1)
        printed = Printed()
        for unsigned in blocks_of(statements, self._alphabet):
            for each in unprintable(unsigned, self._form.fills):
                raise each.error(unsigned)
            rows = signed(unsigned, self._year, self._key)
            block, more = self._filled(rows)
            printed.codes += rows.codes
            printed.slow += sorted(rows.first + row for row in more)
            write_contents(file, page_contents(block, more), contents.start + rows.first, printed)
        file.write_together(pages, list(map(page, parents, contents)))
        bodies = [node.body(self._opening.root_entries if node.number == PAGES else b"") for node in nodes]
        file.write_together([CATALOG, *(node.number for node in nodes)], [self._opening.catalog, *bodies])
        file.close(sha256(b"".join(printed.digests)).digest()[:16])
        printed.size = file.size
        return printed

    def _filled(self, rows: Rows) -> tuple[Any, dict[int, bytes]]:
        """Return the streams of a block (n, m), and by row what the slow lane adds."""
        block = np.repeat(self._form.words[None], rows.count, axis=0)
        more: dict[int, bytes] = {}
        for each in self._form.fills:
            for row, box in each.fill(block, rows):
                more[row] = more.get(row, b"") + self._slowly(box, rows, row)
        return block, more

    def _slowly(self, box: Text, rows: Rows, row: int) -> bytes:
        text = (
            rows.letters[box.name].text(row)
            if box.name in rows.letters
            else money(int(rows.figures[box.name].values[row]))
        )
        found = laid(box, text, self._alphabet)
        if found is None:
            raise Unprintable(row, box.name, "放不下").error(rows)
        return drawn(found, self._height, self._alphabet)


def render_one(template: Template, key: bytes, record: Mapping[str, object], prefix: str = PREFIX) -> bytes:
    """Return the PDF of one statement."""
    table = pa.Table.from_pylist([dict(record)], schema=SCHEMA)
    out = BytesIO()
    Renderer(template, key, characters_of(table), prefix).render_file(table, out)
    return out.getvalue()
