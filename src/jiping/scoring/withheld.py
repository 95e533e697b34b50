"""Rows that must not be scored because a figure their points rest on was read with doubt."""

from collections.abc import Sequence

from jiping.domain.doubt import Doubt, Figure, told, unsure
from jiping.scoring.marker import RowScore

_EARNING = (Figure.TARGET, Figure.ACTUAL, Figure.WEIGHT, Figure.MONEY)


def withheld(rows: Sequence[RowScore], doubts: Sequence[Doubt]) -> tuple[RowScore, ...]:
    """Return the rows, those with a doubtful figure without points and with the doubt in place of a derivation."""
    low = unsure(doubts, _EARNING)
    return tuple([_withheld(each, [doubt for doubt in low if doubt.where == each.row.level3]) for each in rows])


def _withheld(scored: RowScore, doubts: Sequence[Doubt]) -> RowScore:
    if not doubts:
        return scored
    return scored._replace(exact=None, points=None, met=None, share=None, arithmetic=f"{told(doubts)}，无法计分")
