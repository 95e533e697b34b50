"""What is shown of a person: the number of the identity card without the birth date, the year of
a birth, a name's first character.
"""

from typing import Any

from jiping.domain.masking import masked
from jiping.domain.table import ColumnKind


def hidden(cell: Any, kind: ColumnKind | None) -> Any:
    """Return a cell of a personal column of `kind` as anybody may see it; `kind` None marks a cell that is not personal."""
    if kind is None or cell is None:
        return cell
    if kind is ColumnKind.ID_NUMBER:
        return masked(str(cell))
    if kind is ColumnKind.DATE:
        return f"{str(cell)[:4]}-**-**"
    return f"{str(cell)[:1]}**"
