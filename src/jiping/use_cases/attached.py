"""Bring back from a document's attachment what no paper has room for: waivers, and evidence as more than words.

What is visible always wins. Where it differs from what was attached, someone changed it after it was written.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jiping.domain.document import Attachment
from jiping.domain.errors import JipingError
from jiping.domain.filing import Filing, FundLine, Indicator
from jiping.exchange.json import dumps, loads

NAME = "filing.json"

_FACTS = {
    "department": "主管部门",
    "started": "开始时间",
    "finished": "完成时间",
    "total_weight": "总分值",
    "total_score": "总得分",
}
_CELLS = {
    "level1": "一级指标",
    "level2": "二级指标",
    "level3": "三级指标",
    "target": "指标值",
    "actual": "完成值",
    "weight": "分值",
    "score": "得分",
    "reason": "评分依据",
}
_AMOUNTS = {"initial": "年初预算数", "full_year": "全年预算数", "executed": "全年执行数", "rate": "执行率"}


def attachment(filing: Filing) -> Attachment:
    """Return the filing as what its own document carries for machines."""
    return Attachment(NAME, "application/json", dumps([filing]).encode(), "自评表数据（jiping/filing/1）")


def with_attached(filings: Sequence[Filing], attachment: Attachment | None) -> tuple[tuple[Filing, ...], list[str]]:
    """Return the filings with waivers and evidence of their attached counterparts, and remarks on what differs.

    A counterpart has the same unit, year and project. Attachments of other programs are left alone.
    """
    if attachment is None or attachment.name != NAME:
        return tuple(filings), []
    try:
        attached = loads(attachment.content.decode(), attachment.name)
    except (JipingError, UnicodeDecodeError):
        return tuple(filings), ["附在文件里的自评表数据已损坏，只按看得见的文字读取。"]
    known = {_identity(each): each for each in reversed(attached)}
    pairs = [(each, known.get(_identity(each))) for each in filings]
    restored = tuple(shown if source is None else _restored(shown, source) for shown, source in pairs)
    changes = [change for shown, source in pairs if source is not None for change in _changes(shown, source)]
    return restored, [f"导出后改过：{each}。" for each in changes]


def _identity(filing: Filing) -> tuple[str, ...]:
    return tuple(_bare(each) for each in (filing.unit, filing.year, filing.project))


def _restored(shown: Filing, source: Filing) -> Filing:
    rows = list(shown.rows)
    for at, (row, known) in enumerate(zip(shown.rows, source.rows, strict=False)):
        if not row.evidence and _bare(row.level3) == _bare(known.level3):
            rows[at] = replace(row, evidence=known.evidence)
    return replace(shown, rows=tuple(rows), waivers=shown.waivers or source.waivers)


def _changes(shown: Filing, source: Filing) -> Iterator[str]:
    """Yield what differs; a fact that is nowhere to be seen may simply have no place on the form."""
    label = shown.label
    seen = {name: said for name, said in _FACTS.items() if getattr(shown, name) is not None}
    yield from (f"{label} {each}" for each in _different(shown, source, seen))
    told = dict(source.narrative.sections())
    for name, section in shown.narrative.sections():
        if _bare(section.text) != _bare(told[name].text if name in told else ""):
            yield f"{label} “{section.heading}”的文字"
    if len(shown.rows) != len(source.rows):
        yield f"{label} 指标由 {len(source.rows)} 行变为 {len(shown.rows)} 行"
    else:
        yield from (f"{label} {each}" for each in _cells(shown.rows, source.rows, "level3", _CELLS))
    if len(shown.funds) == len(source.funds):
        yield from (f"{label} {each}" for each in _cells(shown.funds, source.funds, "name", _AMOUNTS))


def _cells(
    shown: Sequence[Indicator | FundLine], source: Sequence[Indicator | FundLine], name: str, fields: dict[str, str]
) -> Iterator[str]:
    for here, there in zip(shown, source, strict=True):
        yield from (f"“{getattr(here, name)}”{each}" for each in _different(here, there, fields))


def _different(shown: object, source: object, fields: dict[str, str]) -> Iterator[str]:
    for name, said in fields.items():
        now, was = getattr(shown, name), getattr(source, name)
        if now != was and _bare(now) != _bare(was):
            yield f"{said} {_bare(was) or '空白'} → {_bare(now) or '空白'}"


def _bare(value: object) -> str:
    """Return the value as letters and figures only: forms space, wrap and widen what they show."""
    return "" if value is None else "".join(unicodedata.normalize("NFKC", str(value)).split())
