"""Put the sheets of one filing together: where two disagree the first wins."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from itertools import chain

from jiping.domain.filing import Filing, Form, FundLine, Narrative, SignOff
from jiping.domain.money import Money
from jiping.layouts.read.facts.level_weights import level_weights
from jiping.layouts.read.facts.prose import find_facts
from jiping.layouts.read.facts.title import doubts_of_title, facts_of_title_alone
from jiping.layouts.read.numbers import read_money, read_number
from jiping.layouts.read.sheet import Sheet
from jiping.layouts.read.words.lookup import Lookup, column_key


def assemble(sheets: Sequence[Sheet], lookup: Lookup) -> Filing:
    """Return the filing that the sheets say."""
    facts = _facts(sheets)
    narrative = _narrative(sheets)
    prose = find_facts(narrative, lookup.facts)
    scored = next((sheet for sheet in sheets if sheet.rows or sheet.has_total), sheets[0])
    funds = tuple(line for sheet in sheets for line in sheet.funds)
    rows = tuple(row for sheet in sheets for row in sheet.rows)
    grade = next((sheet.grade for sheet in sheets if sheet.grade), None)
    stated = read_number(prose.get("stated_score") or facts.get("stated_score", ""))
    total, spot = scored.total_score, scored.total_score_place
    if _heads_total(sheets) and "stated_score" not in prose:
        stated, total = None, stated
        spot = next((sheet.fact_places["stated_score"] for sheet in sheets if "stated_score" in sheet.facts), None)
    return Filing(
        project=facts.get("project"),
        unit=facts.get("unit") or unit_by_department(sheets),
        year=int(facts["year"]) if "year" in facts else None,
        form=_form(sheets),
        title=sheets[0].title_text,
        department=facts.get("department"),
        started=facts.get("started"),
        finished=facts.get("finished"),
        expenditure=_expenditure(prose, funds, lookup),
        narrative=narrative,
        stated_score=stated,
        stated_grade=prose.get("stated_grade") or facts.get("stated_grade") or grade,
        stated_satisfaction=prose.get("stated_satisfaction"),
        rows=rows,
        funds=funds,
        total_weight=scored.total_weight,
        total_score=total,
        level_weights=level_weights(rows, scored.level_weights.values()),
        sign_off=SignOff(**{each.name: facts.get(each.name) for each in fields(SignOff)}),
        doubts=(*doubts_of_title(sheets), *(doubt for sheet in sheets for doubt in sheet.doubts)),
        place=sheets[0].place,
        total_weight_place=scored.total_weight_place,
        total_score_place=spot,
    )


def unit_by_department(sheets: Sequence[Sheet]) -> str | None:
    """Return the department of a form that asks for no other unit: there it is the one that files."""
    if not _is_table_alone(sheets) or any("unit" in sheet.asked for sheet in sheets):
        return None
    return next((sheet.facts["department"] for sheet in sheets if "department" in sheet.facts), None)


def _heads_total(sheets: Sequence[Sheet]) -> bool:
    """Tell whether the sheets are a table that states its total in the head (自评总分) and has no total row."""
    return _is_table_alone(sheets) and not any(sheet.has_total for sheet in sheets)


def _is_table_alone(sheets: Sequence[Sheet]) -> bool:
    """Tell whether the sheets are a 自评表 with rows, without a 情况表 or 自评报告."""
    forms = {sheet.title.form for sheet in sheets if sheet.title is not None}
    return Form.TABLE in forms and len(forms - {None}) == 1 and any(sheet.rows for sheet in sheets)


def _facts(sheets: Sequence[Sheet]) -> Mapping[str, str]:
    stated = {name: value for sheet in reversed(sheets) for name, value in sheet.facts.items()}
    return {**stated, **facts_of_title_alone(sheets)}


def _narrative(sheets: Sequence[Sheet]) -> Narrative:
    """Return the sections; printed headings with not a word below any of them are a form yet to be filled."""
    sections = dict(chain.from_iterable(sheet.sections.items() for sheet in reversed(sheets)))
    if not any(section.text for section in sections.values()):
        return Narrative()
    return Narrative(**{name.value: section for name, section in sections.items()})


def _expenditure(prose: Mapping[str, str], funds: Iterable[FundLine], lookup: Lookup) -> Money | None:
    """Return what the prose says was spent, else what the total line of the budget says."""
    told = read_money(prose["expenditure"]) if "expenditure" in prose else None
    totals = (line for line in funds if not line.name or column_key(line.name) in lookup.fund_totals)
    return told or next((line.executed for line in totals), None)


def _form(sheets: Sequence[Sheet]) -> Form:
    title = sheets[0].title
    if title is not None and title.form is not None:
        return title.form
    return Form.STATEMENT if any(sheet.sections for sheet in sheets) else Form.TABLE
