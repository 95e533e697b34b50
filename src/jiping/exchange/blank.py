"""An empty filing to fill in by hand: the pack's headings and standard rows, everything else left open."""

from decimal import Decimal

from jiping.domain.filing import Filing, Form, FundLine, Indicator, SectionName
from jiping.exchange.plain import to_plain
from jiping.exchange.yaml import write_plain
from jiping.rulepack.headings import heading
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import Row


def blank(
    pack: RulePack, project: str, unit: str | None = None, year: int | None = None, form: Form | None = None
) -> str:
    """Return the YAML of an empty filing on `form`, else on the pack's own; read back, what nobody filled in is None."""
    form = form or Form(pack.words("standard_form")[0])
    filing = Filing(
        project,
        unit,
        year,
        form,
        rows=tuple(_indicator(row) for row in pack.table("standard_rows")),
        funds=tuple(FundLine(str(row["name"]), weight=_number(row["weight"])) for row in pack.table("standard_funds")),
    )
    headings = {name.value: heading(pack, form, name) for name in SectionName}
    return write_plain({**to_plain(filing), "headings": {**headings}}, comments=True)


def _indicator(row: Row) -> Indicator:
    name = row["level3"]
    return Indicator(
        str(row["level1"]), str(row["level2"]), "" if name is None else str(name), weight=_number(row["weight"])
    )


def _number(cell: object) -> Decimal | None:
    return cell if isinstance(cell, Decimal) else None
