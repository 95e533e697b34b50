"""Rows of a pack's tables, and their cells as the types they were written in."""

from collections.abc import Mapping
from decimal import Decimal
from typing import cast

Row = Mapping[str, object]


def texts(row: Row, column: str) -> tuple[str, ...]:
    """Return the list in `column`."""
    return cast("tuple[str, ...]", row[column])


def number(row: Row, column: str) -> Decimal:
    """Return the number in `column`."""
    return cast("Decimal", row[column])
