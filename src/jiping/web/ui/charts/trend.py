"""Lines over the years."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from jiping.web.ui.charts.frame import WIDE, frame, shortened, whole

_TALL, _FOOT, _HEAD = 140, 20, 18
_LEFT, _KEY, _APART = 40, 176, 16
MOST_LINES = 6  # as many as there are classes to tell them apart


@dataclass(frozen=True, slots=True)
class Line:
    """A named row of values, one for each label of its chart; None leaves a gap."""

    name: str
    values: tuple[Decimal | None, ...]

    @property
    def last(self) -> Decimal:
        """The latest value there is."""
        return next((value for value in reversed(self.values) if value is not None), Decimal(0))


@dataclass(frozen=True, slots=True)
class Scale:
    """From which value at the foot to which at the top; what lies outside is drawn at the edge."""

    low: Decimal
    high: Decimal

    def height(self, value: Decimal) -> int:
        """Return how far down a value stands."""
        inside = min(max(value, self.low), self.high)
        return _HEAD + _TALL - whole(_TALL * (inside - self.low) / (self.high - self.low))


def trend(title: str, labels: Sequence[str], lines: Sequence[Line], scale: Scale) -> SafeString:
    """Return up to MOST_LINES lines over `labels` from left to right, each with its name behind its last point."""
    chosen = lines[:MOST_LINES]
    room = WIDE - _LEFT - _KEY
    across = [_LEFT + room * at // max(1, len(labels) - 1) for at in range(len(labels))]
    grid = format_html_join(
        "", "{}", ((_grid(value, scale),) for value in (scale.low, (scale.low + scale.high) / 2, scale.high))
    )
    foot = format_html_join(
        "",
        '<text x="{}" y="{}" text-anchor="middle">{}</text>',
        ((x, _HEAD + _TALL + 16, label) for x, label in zip(across, labels, strict=True)),
    )
    names = _spread([scale.height(each.last) for each in chosen])
    drawn = format_html_join("", "{}", ((_line(each, at, across, scale),) for at, each in enumerate(chosen)))
    keys = format_html_join(
        "",
        '<text x="{}" y="{}" class="key-{}">{} {}</text>',
        (
            (WIDE - _KEY + 12, names[at] + 4, at, shortened(each.name), f"{each.last:.1f}")
            for at, each in enumerate(chosen)
        ),
    )
    told = (f"{each.name} {each.last:.2f}" for each in chosen)
    return frame(title, told, _HEAD + _TALL + _FOOT, format_html("{}{}{}{}", grid, foot, drawn, keys))


def _line(line: Line, number: int, across: Sequence[int], scale: Scale) -> SafeString:
    known = zip(across, line.values, strict=True)
    points = [(x, scale.height(value)) for x, value in known if value is not None]
    dots = format_html_join("", '<circle cx="{}" cy="{}" r="3"/>', points)
    path = " ".join(f"{x},{y}" for x, y in points)
    return format_html('<g class="line-{}"><polyline points="{}"/>{}</g>', number, path, dots)


def _grid(value: Decimal, scale: Scale) -> SafeString:
    y = scale.height(value)
    return format_html(
        '<line x1="{}" x2="{}" y1="{}" y2="{}"/><text x="{}" y="{}" text-anchor="end">{}</text>',
        *(_LEFT, WIDE - _KEY, y, y),
        *(_LEFT - 8, y + 4, f"{value.normalize():f}"),
    )


def _spread(heights: Sequence[int]) -> list[int]:
    """Return the heights moved down where two names would stand on each other."""
    placed: dict[int, int] = {}
    for at in sorted(range(len(heights)), key=lambda each: heights[each]):
        placed[at] = max(heights[at], max(placed.values(), default=0) + _APART)
    return [placed[at] for at in range(len(heights))]
