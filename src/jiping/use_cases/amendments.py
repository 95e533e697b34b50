"""What repairs change in a file, word by word, found by the traces that reading it left."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from difflib import SequenceMatcher

from jiping.domain.filing import Filing, FundLine, Indicator, Section
from jiping.domain.money import plain
from jiping.domain.place import Place
from jiping.formats.amendment import Amendment, CannotAmend
from jiping.layouts.read.recognition import Trace, Traced
from jiping.layouts.spacing import half_width

_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ROW = ("target", "actual", "score")
_FUND = ("rate", "score")
_TARGET_COLUMNS = ("operator", "measure")

Spotted = tuple[Trace, tuple[int, int]]
"""Where words were read, and from where to where in its text they stand."""


def amendments(before: Filing, after: Filing, traces: Sequence[Trace]) -> Iterator[Amendment]:
    """Yield what must change in the file that `traces` were read from; CannotAmend for a fact they do not lead to."""
    told = dict(after.narrative.sections())
    retold: set[Place] = set()
    for name, section in before.narrative.sections():
        spots = [each for each in traces if each.of is Traced.SECTION and each.field == name.value]
        for each in _lines(section, told[name], spots):
            retold.add(each.place)
            yield each
    yield from _cells(before.rows, after.rows, _ROW, [each for each in traces if each.of is Traced.ROW])
    yield from _cells(before.funds, after.funds, _FUND, [each for each in traces if each.of is Traced.FUND])
    totals = [each for each in traces if each.of is Traced.TOTAL]
    if before.total_score != after.total_score:
        yield _change(before.total_score, after.total_score, _of("score", totals))
    graded = _of("grade", totals)
    if before.stated_grade != after.stated_grade and (graded or not retold):
        yield _change(before.stated_grade, after.stated_grade, graded)


def _lines(before: Section, after: Section, spots: Sequence[Trace]) -> Iterator[Amendment]:
    """Yield the lines of running text that differ, each at the spot where it was read."""
    if before.text == after.text:
        return
    at = 0
    for old, new in zip(before.text.split("\n"), after.text.split("\n"), strict=True):
        found = next((n for n in range(at, len(spots)) if old.strip() in spots[n].text), None)
        if found is not None:
            at = found
        if old != new:
            if found is None:
                raise _nowhere(before.place)
            yield Amendment(spots[found].place, old.strip(), new.strip())


def _cells(
    before: Sequence[Indicator | FundLine],
    after: Sequence[Indicator | FundLine],
    fields: Iterable[str],
    spots: Sequence[Trace],
) -> Iterator[Amendment]:
    for number, (one, other) in enumerate(zip(before, after, strict=True)):
        for name in fields:
            if (old := getattr(one, name, None)) != (new := getattr(other, name, None)):
                yield _change(old, new, _of(name, [each for each in spots if each.number == number]))


def _of(name: str, traces: Sequence[Trace]) -> list[Trace]:
    """Return the traces of a field; a target may be spread over three columns."""
    names = {name, *_TARGET_COLUMNS} if name == "target" else {name}
    return [each for each in traces if each.field in names]


def _change(old: Decimal | str | None, new: Decimal | str | None, spots: Sequence[Trace]) -> Amendment:
    """Return the change of a fact that stands in one place."""
    if isinstance(old, Decimal) and isinstance(new, Decimal):
        return _replaced(list(_figures(old, spots)), plain(new), spots)
    whole = list(_found(str(old), spots))
    if len(whole) == 1:
        return _replaced(whole, str(new), spots)
    steps = SequenceMatcher(None, str(old), str(new), autojunk=False).get_opcodes()
    (begin, end, one, other) = next(iter(each[1:] for each in steps if each[0] == "replace"), (0, 0, 0, 0))
    return _replaced(list(_found(str(old)[begin:end], spots)), str(new)[one:other], spots)


def _figures(number: Decimal, spots: Iterable[Trace]) -> Iterator[Spotted]:
    for each in spots:
        for match in _FIGURE.finditer(half_width(each.text)):
            if Decimal(match[0].replace(",", "")) == number:
                yield each, match.span()


def _found(words: str, spots: Iterable[Trace]) -> Iterator[Spotted]:
    return ((each, match.span()) for each in spots for match in re.finditer(re.escape(words), each.text))


def _replaced(found: Sequence[Spotted], words: str, spots: Sequence[Trace]) -> Amendment:
    if len(found) != 1:
        raise _nowhere(spots[0].place if spots else None)
    ((spot, (start, end)),) = found
    return Amendment(spot.place, spot.text, f"{spot.text[:start]}{words}{spot.text[end:]}")


def _nowhere(place: Place | None) -> CannotAmend:
    return CannotAmend("要改的一处在原件中找不到唯一的位置。", remedy="请在原件中手工修改。", place=place)
