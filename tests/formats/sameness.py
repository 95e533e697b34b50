"""What a round trip must keep: the texts and their grid. Roles, alignment, widths and names of parts may be lost."""

from jiping.domain.document import Document, Para, Table


def gist(document: Document) -> list[list[object]]:
    """Return the parts of a document as texts and grids of (text, rowspan, colspan)."""
    return [[_gist(block) for block in part.blocks if _says_something(block)] for part in document.parts]


def _gist(block: Para | Table) -> object:
    if isinstance(block, Para):
        return block.texts
    return [[(cell.text, cell.rowspan, cell.colspan) for cell in row] for row in block.rows]


def _says_something(block: Para | Table) -> bool:
    return isinstance(block, Table) or bool(block.text.strip())
