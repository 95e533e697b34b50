"""The findings of one filing as a table, the waived ones apart, with who answered for them."""

from collections.abc import Callable, Iterator, Sequence
from html import escape

from jiping.domain.finding import Finding
from jiping.domain.place import Place
from jiping.reports.batch.markup import chip, table
from jiping.reports.batch.tone import Tone, tone_of

_HEADS = ("程度", "位置", "意见", "建议")
_WAIVED_HEADS = ("程度", "位置", "意见", "说明")
ShowPlace = Callable[[Place], str]
"""Returns the markup of a place: its words, or a link that leads there."""


def findings_tables(standing: Sequence[Finding], waived: Sequence[Finding], show: ShowPlace) -> Iterator[str]:
    """Yield the tables of a filing; a filing without findings says so."""
    if standing:
        yield table(_HEADS, (_row(each, show) for each in standing), "findings")
    elif not waived:
        yield "<p>没有意见。</p>"
    if waived:
        yield "<h3>已说明免改，不计风险</h3>"
        yield table(_WAIVED_HEADS, (_waived_row(each, show) for each in waived), "findings")


def _row(each: Finding, show: ShowPlace) -> tuple[str, ...]:
    severity = chip(each.severity.value, tone_of(each.severity))
    return severity, _where(each, show), _said(each), escape(each.remedy)


def _waived_row(each: Finding, show: ShowPlace) -> tuple[str, ...]:
    waiver = each.waiver
    answer = "" if waiver is None else f"{waiver.reason}（{waiver.person}，{waiver.on}）"
    return chip("免改", Tone.QUIET), _where(each, show), _said(each), escape(answer)


def _said(each: Finding) -> str:
    return f'{escape(each.message)}<span class="basis">{each.code}　依据：{escape(each.basis)}</span>'


def _where(each: Finding, show: ShowPlace) -> str:
    place = "" if each.place is None else show(each.place)
    return f'{escape(each.where)}<span class="basis">{place}</span>'
