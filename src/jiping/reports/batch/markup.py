"""The few pieces every page is made of."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from html import escape
from pathlib import Path

from jiping.domain.finding import Severity
from jiping.domain.money import Money
from jiping.reports.batch.tone import Tone, tone_of, tone_of_band
from jiping.review.ranking import Ranked

_HUNDREDTH = Decimal("0.01")
_STYLE = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")


def page(title: str, under: str, body: Iterable[str], style: str = "") -> bytes:
    """Return a whole page; `under` is the markup of the line below its title, `style` what it adds to the look of all."""
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}{style}</style></head>"
        f"<body><header><h1>{escape(title)}</h1><p>{under}</p></header><main>{''.join(body)}</main></body></html>\n"
    ).encode()


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], name: str = "") -> str:
    """Return a table of cells already marked up; a heading that begins with > is a column of numbers."""
    classes = [' class="n"' if head.startswith(">") else "" for head in heads]
    top = "".join(f"<th{kind}>{escape(head.lstrip('>'))}</th>" for head, kind in zip(heads, classes, strict=True))
    body = "".join(
        f"<tr>{''.join(f'<td{kind}>{cell}</td>' for cell, kind in zip(row, classes, strict=True))}</tr>" for row in rows
    )
    return f'<table class="{name}"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>'


def tone_class(tone: Tone) -> str:
    return tone.name.lower()


def chip(text: str, tone: Tone) -> str:
    return f'<span class="chip {tone_class(tone)}">{escape(text)}</span>'


def band_chip(each: Ranked, bands: tuple[str, ...]) -> str:
    return chip(each.risk.band, tone_of_band(each.risk.band, bands))


def counts(numbers: Iterable[tuple[Severity, int]]) -> list[str]:
    """Return one cell a severity; a zero is quiet."""
    return [f'<span class="{tone_class(tone_of(s) if n else Tone.QUIET)}">{n}</span>' for s, n in numbers]


def amount(money: Money | None) -> str:
    """Return 万元 to the hundredth, for the eye; the workbook holds the exact amount."""
    return (
        '<span class="quiet">未写</span>' if money is None else f"{money.wan.quantize(_HUNDREDTH, ROUND_HALF_UP):,.2f}"
    )


def score(each: Ranked) -> str:
    return '<span class="quiet">—</span>' if each.risk.score is None else f"{each.risk.score:.2f}"
