"""What stands in a cell before anybody asks what it means."""

import ibis
from ibis.expr.types import StringValue

_WIDE = "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ．，－−／：％￥（）　"
_NARROW = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,--/:%¥() "
_EDGES = r"^[\s\x{3000}\x{a0}\x{feff}]+|[\s\x{3000}\x{a0}\x{feff}]+$"
_FORMULA = r'^="(.*)"$'  # how systems keep a spreadsheet from reading a code as a number
_QUOTE = r"^'(.*)$"


def trimmed(cell: StringValue) -> StringValue:
    """Return a cell without spaces around it and without the marks of a text cell; a blank one is missing."""
    bare = cell.re_replace(_EDGES, "")
    bare = bare.re_replace(_FORMULA, r"\1").re_replace(_QUOTE, r"\1").re_replace(_EDGES, "")
    found: StringValue = bare.nullif("")
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
