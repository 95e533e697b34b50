"""Figures filled for a block of pages at once."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from jiping.statements.fields import SLACK, Text
from jiping.statements.rows import Rows
from jiping.statements.stream_form import Gap
from jiping.statements.words import CENTS, NOTHING, grouped, shift, words

HIGHEST: Final = 10**9 - 1
"""The largest whole number three words hold."""

_NO_FIGURE = np.append(np.full(3, NOTHING), words(["   )"]))
_POWERS = 10 ** np.arange(0, 10)


@dataclass(frozen=True, slots=True, eq=False)
class FigureFill:
    """Whole numbers, or money in fen where `cents`, of several fields (k) at once.

    `used[d]` is how wide d digits are, `room` how wide the boxes, in thousandths of the size; `highest` what fits, both (k, 1).
    `shifts` is empty where the figures end where their boxes end.
    """

    fields: tuple[Text, ...]
    cents: bool
    used: Any
    room: Any
    highest: Any
    gaps: tuple[Gap, ...]
    shifts: tuple[Gap, ...]

    def misfits(self, rows: Rows) -> list[tuple[int, Text]]:
        """Return the rows and fields whose values do not fit, of all rows."""
        values, known = self._values(rows)
        return self._pairs(known & ~self._fits(values))

    def fill(self, block: Any, rows: Rows) -> list[tuple[int, Text]]:
        values, known = self._values(rows)
        fits = self._fits(values)
        shown = known & fits
        values = np.where(shown, values, 0)
        whole, fen = np.divmod(values, 100) if self.cents else (values, None)
        written = grouped(whole) if fen is None else np.concatenate([grouped(whole), CENTS[fen][..., None]], axis=-1)
        if not shown.all():
            written[~shown] = _NO_FIGURE[: written.shape[-1]]
        for place, gap in enumerate(self.gaps):
            block[:, gap.place] = written[place]
        if self.shifts:
            used = self.used[np.maximum(np.searchsorted(_POWERS, whole, side="right"), 1)]
            part, of = np.array([SLACK[field.align] for field in self.fields]).T[..., None]
            moved = shift(used + (self.room - used) * part // of)
            for place, gap in enumerate(self.shifts):
                block[:, gap.place] = moved[place]
        return [] if fits.all() else self._pairs(known & ~fits)

    def _values(self, rows: Rows) -> tuple[Any, Any]:
        figures = [rows.figures[field.name] for field in self.fields]
        values = np.stack([each.values for each in figures])
        return values, np.stack([each.known for each in figures])

    def _fits(self, values: Any) -> Any:
        return (values >= 0) & (values <= (self.highest * 100 + 99 if self.cents else self.highest))

    def _pairs(self, found: Any) -> list[tuple[int, Text]]:
        return [(row, self.fields[place]) for place, row in np.argwhere(found).tolist()]
