"""Months as bits of a whole number: what is marked twice is one, and one aggregate joins the marks of all rows."""

import ibis
from ibis.expr.types import IntegerValue


@ibis.udf.agg.builtin  # type: ignore[untyped-decorator]
def bit_or(marks: int) -> int:  # type: ignore[empty-body]
    """Join the marks of all rows; DuckDB and Spark both call it so, Ibis knows it for one of them only."""


@ibis.udf.scalar.builtin  # type: ignore[untyped-decorator]
def bit_count(marks: int) -> int:  # type: ignore[empty-body]
    """Return how many bits are set."""


def marked(first: IntegerValue, last: IntegerValue) -> IntegerValue:
    """Return the marks of all places from `first` to `last`, counted from 0; of none where `last` is the one before."""
    return (ibis.literal(2, "int64") << last) - (ibis.literal(1, "int64") << first)
