"""What all charts share: their width, their words for those who hear a page, whole pixels."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString

WIDE = 560
_SHORT = 12


def frame(title: str, told: Iterable[str], height: int, drawn: SafeString) -> SafeString:
    """Return the whole picture; `told` is what it shows, in words."""
    return format_html(
        '<svg class="chart" role="img" aria-label="{}" viewBox="0 0 {} {}">{}</svg>',
        f"{title}：{'；'.join(told) or '没有数据'}",
        WIDE,
        height,
        drawn,
    )


def shortened(label: str) -> str:
    """Return the label as far as there is room for it."""
    return label if len(label) <= _SHORT else f"{label[: _SHORT - 1]}…"


def whole(number: Decimal) -> int:
    """Return the nearest whole pixel."""
    return int(number.quantize(Decimal(1), ROUND_HALF_UP))
