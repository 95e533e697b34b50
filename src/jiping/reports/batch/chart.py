"""Charts as SVG text: no script, nothing loaded, whole pixels only, so that equal data gives equal bytes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from html import escape

from jiping.domain.money import plain
from jiping.reports.batch.tone import Tone

_WIDTH, _LABEL, _ROW, _BAR, _NUMBER = 560, 150, 24, 14, 52
_BINS = 12
_TALL = 150
_SHORTENED = 11


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a label, the link behind it, and its pieces as tone and size, laid end to end."""

    label: str
    pieces: tuple[tuple[Tone, Decimal], ...]
    link: str | None = None

    @property
    def total(self) -> Decimal:
        return sum((size for _, size in self.pieces), Decimal(0))


def bars(title: str, rows: Sequence[Bar]) -> str:
    """Return horizontal stacked bars, each with its label before and its total behind it."""
    most = max((row.total for row in rows), default=Decimal(0)) or Decimal(1)
    drawn = "".join(_bar(row, at * _ROW, most) for at, row in enumerate(rows))
    return _frame(title, max(1, len(rows)) * _ROW, drawn)


def _bar(row: Bar, top: int, most: Decimal) -> str:
    room = _WIDTH - _LABEL - _NUMBER
    left, drawn = _LABEL, ""
    reached = Decimal(0)
    for tone, size in row.pieces:
        reached += size
        right = _LABEL + int(room * reached / most)
        drawn += f'<rect fill="{tone.bar}" x="{left}" y="{top + 5}" width="{right - left}" height="{_BAR}"/>'
        left = right
    label = row.label if len(row.label) <= _SHORTENED else f"{row.label[: _SHORTENED - 1]}…"
    name = f'<text x="{_LABEL - 8}" y="{top + 16}" text-anchor="end" font-size="12" fill="#3C4858"><title>{escape(row.label)}</title>{escape(label)}</text>'
    if row.link is not None:
        name = f'<a href="{escape(row.link)}">{name}</a>'
    return f'{name}{drawn}<text font-size="12" fill="#5F6D80" x="{left + 6}" y="{top + 16}">{_short(row.total)}</text>'


def histogram(title: str, values: Iterable[tuple[Tone, Decimal]]) -> str:
    """Return columns that count values in equal steps, each stacked by tone in the order first met."""
    given = list(values)
    step = _step(max((value for _, value in given), default=Decimal(0)))
    bins = [[(tone, value) for tone, value in given if int(value // step) == at] for at in range(_BINS)]
    most = max(1, *(len(each) for each in bins))
    wide = (_WIDTH - 20) // _BINS
    drawn = "".join(_column(each, 10 + at * wide, wide, most) for at, each in enumerate(bins))
    labels = "".join(
        f'<text font-size="11" fill="#5F6D80" x="{10 + at * wide}" y="{_TALL + 34}" text-anchor="middle">{plain(step * at)}</text>'
        for at in range(_BINS + 1)
    )
    base = f'<line stroke="#D5DCE5" x1="10" x2="{10 + wide * _BINS}" y1="{_TALL + 20}" y2="{_TALL + 20}"/>'
    return _frame(title, _TALL + 40, drawn + base + labels)


def _column(members: list[tuple[Tone, Decimal]], left: int, wide: int, most: int) -> str:
    bottom, drawn = _TALL + 20, ""
    for tone in dict.fromkeys(tone for tone, _ in members):
        tall = max(2, sum(each == tone for each, _ in members) * _TALL // most)
        bottom -= tall
        drawn += f'<rect fill="{tone.bar}" x="{left + 3}" y="{bottom}" width="{wide - 6}" height="{tall}"/>'
    if members:
        drawn += f'<text font-size="12" fill="#5F6D80" x="{left + wide // 2}" y="{bottom - 5}" text-anchor="middle">{len(members)}</text>'
    return drawn


def _step(greatest: Decimal) -> Decimal:
    """Return the smallest of 1, 2, 5, 10, 20 … with which the bins hold the greatest value."""
    step = Decimal(1)
    while greatest >= step * _BINS:
        step = step * 5 / 2 if str(step)[0] == "2" else step * 2
    return step.quantize(Decimal(1), ROUND_CEILING)


def _short(number: Decimal) -> str:
    return plain(number.quantize(Decimal("0.1") if number < 100 else Decimal(1), ROUND_HALF_UP))


def _frame(title: str, height: int, drawn: str) -> str:
    name = escape(title)
    return (
        f"<figure><figcaption>{name}</figcaption>"
        f'<svg role="img" aria-label="{name}" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}">{drawn}</svg></figure>'
    )
