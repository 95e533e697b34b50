"""Bars: upright ones for a distribution, level ones for a ranking."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from jiping.web.ui.charts.frame import WIDE, frame, shortened, whole

_TALL, _FOOT, _HEAD = 140, 20, 18
_LABEL, _ROW, _BAR, _NUMBER = 168, 26, 12, 64


@dataclass(frozen=True, slots=True)
class Bar:
    """A labelled size; `note` stands beside it in words, `tone` is the name of a colour."""

    label: str
    size: Decimal
    note: str
    tone: str = "blue"


def columns(title: str, bars: Sequence[Bar]) -> SafeString:
    """Return upright columns side by side, each with its note above and its label below."""
    most = _greatest(bars)
    step = WIDE // max(1, len(bars))
    drawn = format_html_join("", "{}", ((_column(each, at * step, step, most),) for at, each in enumerate(bars)))
    base = format_html('<line x1="0" x2="{}" y1="{}" y2="{}"/>', step * len(bars), _HEAD + _TALL, _HEAD + _TALL)
    return frame(title, _told(bars), _HEAD + _TALL + _FOOT, format_html("{}{}", drawn, base))


def rows(title: str, bars: Sequence[Bar], most: Decimal | None = None) -> SafeString:
    """Return level bars, each with its label before and its note behind; the longest, or `most`, fills the room."""
    full = most or _greatest(bars)
    drawn = format_html_join("", "{}", ((_level(each, at * _ROW, full),) for at, each in enumerate(bars)))
    return frame(title, _told(bars), max(1, len(bars)) * _ROW, drawn)


def _column(bar: Bar, left: int, step: int, most: Decimal) -> SafeString:
    tall = whole(_TALL * bar.size / most)
    top, middle = _HEAD + _TALL - tall, left + step // 2
    text = '<text x="{}" y="{}" text-anchor="middle">{}</text>'
    return format_html(
        '<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>' + text + text,
        *(bar.tone, left + 4, top, max(1, step - 8), tall),
        *(middle, top - 5, bar.note if bar.size else ""),
        *(middle, _HEAD + _TALL + 15, bar.label),
    )


def _level(bar: Bar, top: int, most: Decimal) -> SafeString:
    long = whole((WIDE - _LABEL - _NUMBER) * min(bar.size, most) / most)
    return format_html(
        '<text x="{}" y="{}" text-anchor="end"><title>{}</title>{}</text>'
        '<rect class="{}" x="{}" y="{}" width="{}" height="{}"/><text x="{}" y="{}">{}</text>',
        *(_LABEL - 8, top + 17, bar.label, shortened(bar.label)),
        *(bar.tone, _LABEL, top + 7, long, _BAR),
        *(_LABEL + long + 6, top + 17, bar.note),
    )


def _greatest(bars: Iterable[Bar]) -> Decimal:
    return max((each.size for each in bars), default=Decimal(0)) or Decimal(1)


def _told(bars: Iterable[Bar]) -> Iterable[str]:
    return (f"{each.label} {each.note}" for each in bars if each.size)
