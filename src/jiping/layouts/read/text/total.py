"""The total row of a score table in plain text."""

from collections.abc import Sequence

from jiping.layouts.read.recognition import Traced
from jiping.layouts.read.sheet import Sheet
from jiping.layouts.read.text.token import Token
from jiping.layouts.read.words.lookup import Lookup
from jiping.layouts.template import pattern


def take_total(words: Sequence[Token], sheet: Sheet, lookup: Lookup) -> int:
    """Take the sums and the grade behind the last total label; return where the label stands, the end without one."""
    at = next((at for at in reversed(range(len(words))) if words[at].text in lookup.total_labels), len(words))
    if at == len(words):
        return at
    rest = words[at + 1 :]
    sums = [word.number for word in rest[:2] if word.number is not None]
    figured = [word.place for word in rest[: len(sums)]]
    sheet.add_total((*sums, None, None)[:2], (*figured, words[at].place, words[at].place)[:2])
    told = ("label", *("weight", "score")[: len(sums)], *("grade" for _ in rest[len(sums) :]))
    for word, name in zip(words[at:], told, strict=True):
        sheet.trace(Traced.TOTAL, name, word.text, word.place)
    _take_grade(rest[len(sums) :], sheet, lookup)
    return at


def _take_grade(words: Sequence[Token], sheet: Sheet, lookup: Lookup) -> None:
    text = "".join(word.text for word in words)
    found = next((each for grade in lookup.grades if (each := pattern(grade).fullmatch(text))), None)
    if found:
        sheet.grade = found["grade"]
    elif text:
        sheet.remark(f"总计行后的“{text}”未读取。", words[-1].place)
