"""A sealed filing for the provincial budget system (预算管理一体化): its import sheet, and its fields in the order of its pages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jiping.domain.filing import Filing
from jiping.domain.masking import masked
from jiping.domain.money import plain
from jiping.formats.registry import writer_for
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation
from jiping.use_cases.write import document

LAYOUT = "yitihua"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the system's page and what to put there; empty where the filing is silent."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the system, its fields from top to bottom."""

    title: str
    fields: tuple[Field, ...]


def import_sheet(evaluation: Evaluation) -> bytes:
    """Return the workbook the system imports."""
    return writer_for("xlsx")(replace(document(evaluation, LAYOUT), attachment=None))


def pages(evaluation: Evaluation) -> tuple[Page, ...]:
    """Return everything to be copied, page by page, as the pack lists the system's fields."""
    filing, pack = masked(evaluation.filing), evaluation.pack
    head = Page("基本信息", tuple(_head(filing, pack)))
    rows = (
        Page(f"指标 {number}　{row.level3}", tuple(_named(row, pack, "indicator")))
        for number, row in enumerate(filing.rows, 1)
    )
    return (head, *rows)


def _head(filing: Filing, pack: RulePack) -> Iterator[Field]:
    sections = {str(name): section.text for name, section in filing.narrative.sections()}
    yield from (
        Field(label, sections[name] if name in sections else _text(getattr(filing, name, None)))
        for label, name in _fields(pack, "head")
    )


def _named(thing: object, pack: RulePack, page: str) -> Iterator[Field]:
    yield from (Field(label, _text(getattr(thing, name))) for label, name in _fields(pack, page))


def _fields(pack: RulePack, page: str) -> Iterator[tuple[str, str]]:
    for row in pack.table("budget_system_fields"):
        if row["page"] == page:
            yield str(row["label"]), str(row["field"])


def _text(value: object) -> str:
    if value is None:
        return ""
    wan = getattr(value, "wan", None)
    return str(value) if wan is None else plain(wan)
