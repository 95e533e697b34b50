"""Statements onto pages: the same look for all, the words and figures of each.

    template = load_template(folder, facts)                      once a run: a folder with statement.typ
    renderer = Renderer(template, key, characters_of(table))     once a run: cuts the fonts; fork workers after it
    renderer.exceptions(table)                                   before printing: who cannot be printed, and why
    with path.open("wb") as out:
        printed = renderer.render_file(table.slice(a, n), out)   one PDF a postal batch
    render_one(template, key, record)                            one PDF on demand

`table` is a pyarrow.Table with the columns of `columns.SCHEMA`, money in whole fen.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from jiping.statements.template import Template


@dataclass(frozen=True, slots=True)
class Printed:
    """What a file holds: page i is row i of the batch; its content stream is `lengths[i]` bytes from `offsets[i]`.

    `digests[i]` is the SHA-256 of those bytes as they stand in the file, `codes[i]` the verification code on the page,
    `slow` the rows that took the slow lane; `size` is the bytes of the whole file.
    """

    offsets: list[int]
    lengths: list[int]
    digests: list[bytes]
    codes: list[str]
    slow: list[int]
    size: int


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A statement that must not be printed: the row, the field, and why, as a sentence for a clerk."""

    row: int
    field: str
    why: str


def characters_of(statements: Any) -> frozenset[str]:
    """Return every character the texts of the table use."""
    raise NotImplementedError


class Renderer:
    """Prints statements that use no other characters than `characters`.

    `key` signs the verification codes: at least 16 bytes, kept by the agency, never in a file of the product.
    """

    def __init__(self, template: Template, key: bytes, characters: frozenset[str]) -> None:
        raise NotImplementedError

    def exceptions(self, statements: Any) -> list[Unprintable]:
        """Return what cannot be printed: a character no font has or that has no standard meaning, a value outside its range."""
        raise NotImplementedError

    def render_file(self, statements: Any, out: BinaryIO) -> Printed:
        """Write one PDF, a page a row. Raises MissingGlyph naming the person's row before anything is written."""
        raise NotImplementedError


def render_one(template: Template, key: bytes, record: Mapping[str, object]) -> bytes:
    """Return the PDF of one statement."""
    raise NotImplementedError
