"""Expressions as SQL text that is the same on every run."""

from ibis.backends.sql.compilers.duckdb import compiler
from ibis.expr.types import Expr
from sqlglot import expressions


def sql_of(expression: Expr) -> str:
    """Return `expression` in DuckDB's words, whichever engine computes it.

    Columns left out (`EXCLUDE`) are named in order: Ibis keeps them in a set, whose order differs from run to run, and a
    receipt's number follows from its text.
    """
    tree = compiler.to_sqlglot(expression.unbind())
    for star in tree.find_all(expressions.Star):
        for left_out in star.args.values():
            if isinstance(left_out, list):
                left_out.sort(key=str)
    return str(tree.sql(dialect=compiler.dialect, pretty=True))
