"""What stands in a cell before anybody asks what it means.

Most cells of an export are written one way. That way is read first and cheaply, `otherwise` the spellings of people are
tried, which takes patterns and is slow: on millions of rows this is a factor of a hundred.
"""

from functools import reduce
from operator import or_
from typing import TypeVar

import ibis
from ibis.expr.types import StringValue, Value

_WIDE = "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ．，－−／：％￥（）　"
_NARROW = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,--/:%¥() "
_SPACES = ("\u3000", "\u00a0", "\ufeff")  # those that `strip` does not know
_SIGNS = ("=", "'")
MARKS = (*_SIGNS, *_SPACES)
_EDGES = r"^[\s\x{3000}\x{a0}\x{feff}]+|[\s\x{3000}\x{a0}\x{feff}]+$"
_FORMULA = r'^="(.*)"$'  # how systems keep a spreadsheet from reading a code as a number
_QUOTE = r"^'(.*)$"

V = TypeVar("V", bound=Value)


def stripped(cell: StringValue) -> StringValue:
    """Return a cell that bears none of the marks, without spaces around it; a blank one is missing."""
    found: StringValue = cell.strip().nullif("")
    return found


def trimmed(cell: StringValue) -> StringValue:
    """Return a cell without spaces around it and without the marks of a text cell; a blank one is missing."""
    bare = cell.strip()
    marked = reduce(or_, [bare.startswith(sign) for sign in _SIGNS] + [bare.contains(space) for space in _SPACES])
    unmarked = bare.re_replace(_EDGES, "").re_replace(_FORMULA, r"\1").re_replace(_QUOTE, r"\1").re_replace(_EDGES, "")
    found: StringValue = ibis.ifelse(marked, unmarked, bare).nullif("")
    return found


def otherwise(usual: V, spelled: V) -> V:
    """Return `usual`, and only where that is missing compute `spelled`."""
    found: V = ibis.ifelse(usual.notnull(), usual, spelled)
    return found


def narrow(text: StringValue) -> StringValue:
    """Return a text with half-width letters, digits and signs."""
    found: StringValue = text.translate(_WIDE, _NARROW)
    return found


def narrow_word(word: str) -> str:
    """Return a word of a declaration as `narrow` makes it of a cell."""
    return word.translate(str.maketrans(_WIDE, _NARROW))


def part(text: StringValue, pattern: str, group: int) -> StringValue:
    """Return a group of `pattern`; missing where the text does not match."""
    found: StringValue = text.re_extract(pattern, group).nullif("")
    return found


NOTHING = ibis.null("string")
