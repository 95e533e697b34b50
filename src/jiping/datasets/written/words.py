"""Words that stand for a value: the choices of a column, yes and no."""

from collections.abc import Iterable

import ibis
from ibis.expr.types import BooleanValue, StringValue

from jiping.datasets.written.plain import NOTHING, narrow_word


def choice(text: StringValue, choices: Iterable[tuple[str, str]]) -> StringValue:
    """Return the value kept for a word of an export; the kept value itself is one too."""
    words = {narrow_word(word): kept for word, kept in choices}
    words |= {kept: kept for kept in words.values()}
    found: StringValue = text.cases(*words.items(), else_=NOTHING)
    return found


def flag(text: StringValue, yes: Iterable[str], no: Iterable[str]) -> BooleanValue:
    word = text.lower()
    found: BooleanValue = ibis.cases(
        (word.isin([narrow_word(each).lower() for each in yes]), True),
        (word.isin([narrow_word(each).lower() for each in no]), False),
        else_=ibis.null("boolean"),
    )
    return found
