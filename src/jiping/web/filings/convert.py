"""The one meeting place of the value and its rows: a filing into rows, and rows back into the filing.

Both ways go through the exchange keys, so a figure stands in a row as it stands in every file of ours. Where a file
was read from is not kept: a draft's places are its cells.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from jiping.domain.filing import Filing, SectionName
from jiping.exchange.keys.place import PLACED
from jiping.exchange.plain import from_plain, to_plain
from jiping.web.filings.models import EvidenceRecord, FilingRecord, IndicatorRecord, SectionRecord, WaiverRecord

SCHEMA = "jiping/filing/1"
HEAD = (
    "project",
    "year",
    "form",
    "title",
    "department",
    "started",
    "finished",
    "expenditure",
    "money_unit",
    "stated_score",
    "stated_grade",
    "stated_satisfaction",
    "total_weight",
    "total_score",
    "funds",
    "level_weights",
    "sign_off",
    "doubts",
)
CELLS = ("level1", "level2", "level3", "target", "actual", "weight", "score", "reason")
PROOF = ("title", "number", "dated", "note")
ANSWER = ("code", "where", "reason", "person", "date")
Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """What a filing becomes: the columns of its own row, and those of the rows below it."""

    head: Plain
    indicators: tuple[tuple[Plain, tuple[Plain, ...]], ...]
    sections: tuple[Plain, ...]
    waivers: tuple[Plain, ...]


def rows_of(filing: Filing) -> Rows:
    """Return the filing as columns."""
    plain = cast("Plain", _unplaced(to_plain(filing)))
    head = {name: plain[name] for name in HEAD} | {"unit_name": plain["unit"]}
    indicators = tuple(
        (_only(CELLS, row), tuple(_only(PROOF, each) for each in row["evidence"])) for row in plain["rows"]
    )
    return Rows(head, indicators, tuple(_sections(plain)), tuple(_only(ANSWER, each) for each in plain["waivers"]))


def filing_of(record: FilingRecord) -> Filing:
    """Return the filing that the rows of `record` say; at most five queries, none when its rows are prefetched."""
    plain: Plain = {name: getattr(record, name) for name in HEAD} | {"unit": record.unit_name, "schema": SCHEMA}
    sections = {each.name: each for each in record.sections.all()}
    plain["narrative"] = {name: _text(sections.get(name)) for name in SectionName}
    plain["headings"] = {name: section.heading for name, section in sections.items()}
    plain["bound"] = {name: section.bound for name, section in sections.items()}
    plain["rows"] = [_indicator(each) for each in record.indicators.all()]
    plain["waivers"] = [_columns(ANSWER, each) | {"date": each.date.isoformat()} for each in record.waivers.all()]
    return from_plain(plain)


def save_rows(record: FilingRecord, rows: Rows) -> None:
    """Write `rows` below the saved `record`, which has none yet."""
    for position, (cells, proofs) in enumerate(rows.indicators, start=1):
        indicator = IndicatorRecord.objects.create(filing=record, position=position, **cells)
        EvidenceRecord.objects.bulk_create(EvidenceRecord(indicator=indicator, **proof) for proof in proofs)
    SectionRecord.objects.bulk_create(SectionRecord(filing=record, **section) for section in rows.sections)
    WaiverRecord.objects.bulk_create(WaiverRecord(filing=record, **waiver) for waiver in rows.waivers)


def _sections(plain: Plain) -> Iterable[Plain]:
    for name, text in plain["narrative"].items():
        if text is not None:
            yield {"name": name, "heading": plain["headings"][name], "text": text, "bound": plain["bound"][name]}


def _text(section: SectionRecord | None) -> str | None:
    return None if section is None else section.text


def _indicator(record: IndicatorRecord) -> Plain:
    return _columns(CELLS, record) | {"evidence": [_columns(PROOF, each) for each in record.evidence.all()]}


def _columns(names: Iterable[str], record: object) -> Plain:
    return {name: getattr(record, name) for name in names}


def _only(names: Iterable[str], plain: Mapping[str, Any]) -> Plain:
    return {name: plain.get(name) for name in names}


def _unplaced(data: object) -> object:
    if isinstance(data, dict):
        return {key: _unplaced(value) for key, value in data.items() if key not in PLACED}
    return [_unplaced(each) for each in data] if isinstance(data, list) else data
