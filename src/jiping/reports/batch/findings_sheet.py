"""校核意见: every finding in the order given, with filters."""

from collections.abc import Iterable, Sequence

from jiping.domain.finding import Finding
from jiping.domain.place import Place
from jiping.reports.batch.drawn import Drawn, address
from jiping.reports.batch.ledger import Column, Ledgers, Link, Marked, Value
from jiping.reports.batch.tone import Tone, tone_of

NAME = "校核意见"
_NOTE = "同一份自评中程度重的在前；已说明免改的写明何人、何因。"
_COLUMNS = (
    Column("单位", 15),
    Column("年度", 6, "center"),
    Column("项目", 17),
    Column("编号", 7, "center"),
    Column("程度", 7, "center"),
    Column("位置", 14),
    Column("意见", 44),
    Column("建议", 32),
    Column("依据", 20),
    Column("文件", 15),
    Column("出处", 13),
    Column("说明免改", 13),
)


def add(ledgers: Ledgers, findings: Iterable[Finding], drawn: Drawn, packs: Sequence[str] = ()) -> None:
    judged_by = f"规则包：{'、'.join(packs)}。" if packs else ""
    ledgers.add(NAME, f"{judged_by}{_NOTE}", _COLUMNS, (_row(each, drawn) for each in findings))


def _row(each: Finding, drawn: Drawn) -> Sequence[Value]:
    waiver = each.waiver
    return (
        each.unit,
        each.year,
        each.project,
        each.code,
        Marked(each.severity.value, tone_of(each.severity)) if waiver is None else Marked("免改", Tone.QUIET),
        each.where,
        each.message,
        each.remedy,
        each.basis,
        "" if each.place is None else each.place.file,
        _spot(each.place, drawn),
        "" if waiver is None else f"{waiver.reason}（{waiver.person}，{waiver.on}；原为{each.severity}）",
    )


def _spot(place: Place | None, drawn: Drawn) -> Value:
    """Return the spot inside the file, leading to where it is drawn."""
    if place is None:
        return ""
    there = address(drawn, place)
    return place.within if there is None or not place.within else Link(place.within, f"external:{there}")
