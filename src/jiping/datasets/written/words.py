"""Words that stand for a value: the choices of a column, yes and no."""

from collections.abc import Iterable

import ibis
from ibis.expr.types import BooleanValue, StringValue

from jiping.datasets.written.plain import NOTHING, narrow, narrow_word, otherwise


def choice(text: StringValue, choices: Iterable[tuple[str, str]]) -> StringValue:
    """Return the value kept for a word of an export; the kept value itself is one too."""
    words = {narrow_word(word): kept for word, kept in choices}
    words |= {kept: kept for kept in words.values()}
    usual: StringValue = text.cases(*words.items(), else_=NOTHING)
    return otherwise(usual, narrow(text).cases(*words.items(), else_=NOTHING))


def flag(text: StringValue, yes: Iterable[str], no: Iterable[str]) -> BooleanValue:
    words = {narrow_word(each).lower(): True for each in yes} | {narrow_word(each).lower(): False for each in no}
    unknown = ibis.null("boolean")
    usual: BooleanValue = text.cases(*words.items(), else_=unknown)
    return otherwise(usual, narrow(text).lower().cases(*words.items(), else_=unknown))
