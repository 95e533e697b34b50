"""Put sheets together: a narrative and its score table are one filing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from itertools import chain, pairwise

from jiping.domain.doubt import Confidence, Doubt
from jiping.domain.filing import Filing, Form, Narrative, Section, SectionName, SignOff
from jiping.domain.money import Money
from jiping.layouts.read.facts.level_weights import level_weights
from jiping.layouts.read.facts.prose import find_facts
from jiping.layouts.read.facts.title import title_facts
from jiping.layouts.read.numbers import read_money, read_number
from jiping.layouts.read.recognition import Remark
from jiping.layouts.read.sheet import Sheet
from jiping.layouts.read.words.lookup import Lookup, column_key
from jiping.layouts.spacing import bare

_IDENTITY = {"project": "项目名称", "unit": "填报单位", "year": "年度"}


def group(sheets: Iterable[Sheet]) -> list[list[Sheet]]:
    """Return the sheets of each filing, in the order of the file."""
    filings: list[list[Sheet]] = []
    for sheet in sheets:
        partner = _partner(sheet, filings)
        if partner is None:
            filings.append([sheet])
        else:
            partner.append(sheet)
    return filings


def _partner(sheet: Sheet, filings: Sequence[list[Sheet]]) -> list[Sheet] | None:
    """Return the filing whose missing part this sheet is: the one of the same project, else the one right before."""
    begins = sheet.title is not None and sheet.title.form is not None
    if begins and not _completes(sheet, filings):
        return None
    waiting = [parts for parts in filings if not any(part.rows or part.has_total for part in parts)]
    project = bare(sheet.facts.get("project", ""))
    same = [parts for parts in waiting if project and bare(parts[0].facts.get("project", "")) == project]
    if same:
        return same[0]
    return waiting[-1] if waiting and waiting[-1] is filings[-1] else None


def _completes(sheet: Sheet, filings: Sequence[list[Sheet]]) -> bool:
    """Tell whether a table under a title of its own is the table of the report right before it."""
    if not filings or not sheet.rows or sheet.title is None or sheet.title.form is not Form.TABLE:
        return False
    before = filings[-1][0]
    projects = [bare(each.facts.get("project", "")) for each in (before, sheet)]
    return before.title is not None and before.title.form is not Form.TABLE and len({*filter(None, projects)}) < 2


def assemble(sheets: Sequence[Sheet], lookup: Lookup) -> Filing:
    """Return the filing that the sheets say; where two disagree the first wins."""
    facts = {name: value for sheet in reversed(sheets) for name, value in sheet.facts.items()}
    guessed = _guessed(sheets)
    facts |= guessed
    sections = dict(chain.from_iterable(sheet.sections.items() for sheet in reversed(sheets)))
    narrative = _narrative(sections)
    prose = find_facts(narrative, lookup.facts)
    scored = next((sheet for sheet in sheets if sheet.rows or sheet.has_total), sheets[0])
    funds = tuple(line for sheet in sheets for line in sheet.funds)
    totals = (line for line in funds if not line.name or column_key(line.name) in lookup.fund_totals)
    rows = tuple(row for sheet in sheets for row in sheet.rows)
    grade = next((sheet.grade for sheet in sheets if sheet.grade), None)
    return Filing(
        project=facts.get("project"),
        unit=facts.get("unit"),
        year=int(facts["year"]) if "year" in facts else None,
        form=_form(sheets),
        title=sheets[0].title_text,
        department=facts.get("department"),
        started=facts.get("started"),
        finished=facts.get("finished"),
        expenditure=_money(prose) or next((line.executed for line in totals), None),
        narrative=narrative,
        stated_score=read_number(prose.get("stated_score") or facts.get("stated_score", "")),
        stated_grade=prose.get("stated_grade") or facts.get("stated_grade") or grade,
        stated_satisfaction=prose.get("stated_satisfaction"),
        rows=rows,
        funds=funds,
        total_weight=scored.total_weight,
        total_score=scored.total_score,
        level_weights=level_weights(rows, scored.level_weights.values()),
        sign_off=SignOff(**{each.name: facts.get(each.name) for each in fields(SignOff)}),
        doubts=(*_from_title(guessed, sheets[0]), *(doubt for sheet in sheets for doubt in sheet.doubts)),
        place=sheets[0].place,
    )


def _narrative(sections: Mapping[SectionName, Section]) -> Narrative:
    """Return the sections; printed headings with not a word below any of them are a form yet to be filled."""
    if not any(section.text for section in sections.values()):
        return Narrative()
    return Narrative(**{name.value: section for name, section in sections.items()})


def _guessed(sheets: Sequence[Sheet]) -> Mapping[str, str]:
    """Return the facts that nothing but the title states."""
    stated = {name for sheet in sheets for name in sheet.facts}
    return {name: value for name, value in title_facts(sheets[0]).items() if name not in stated}


def _from_title(facts: Mapping[str, str], sheet: Sheet) -> Iterator[Doubt]:
    for name, value in facts.items():
        if name in _IDENTITY and name != "year":
            why = f"{_IDENTITY[name]}“{value}”取自标题，请核对。"
            yield Doubt(_IDENTITY[name], value, why, Confidence.MEDIUM, sheet.place)


def doubts(sheets: Sequence[Sheet], filing: Filing) -> Iterator[Remark]:
    """Yield what is doubtful about a filing: everything its sheets remarked, parts that disagree, sums that do not add up."""
    for sheet in sheets:
        yield from sheet.remarks
    yield from (Remark(each.why, each.place) for each in _from_title(_guessed(sheets), sheets[0]))
    yield from _disagreements(sheets)
    yield from _sums(filing)


def _disagreements(sheets: Sequence[Sheet]) -> Iterator[Remark]:
    for earlier, later in pairwise(sheets):
        for name, label in _IDENTITY.items():
            first, second = earlier.facts.get(name), later.facts.get(name)
            if first and second and bare(first) != bare(second):
                yield Remark(f"{label}前后不一致：先写“{first}”，后写“{second}”，以前者为准。", later.place)


def _sums(filing: Filing) -> Iterator[Remark]:
    """Remark on a total that is the sum neither of the rows nor of the rows and the budget's own points."""
    for label, stated, rows, funds in (
        ("权重", filing.total_weight, [row.weight for row in filing.rows], [line.weight for line in filing.funds]),
        ("得分", filing.total_score, [row.score for row in filing.rows], [line.score for line in filing.funds]),
    ):
        total = sum(filter(None, rows), Decimal(0))
        if stated is not None and stated not in {total, total + sum(filter(None, funds), Decimal(0))}:
            yield Remark(f"读出的{label}合计 {total:f}，总计行写的是 {stated:f}，请核对原件或读取结果。", filing.place)


def _form(sheets: Sequence[Sheet]) -> Form:
    title = sheets[0].title
    if title is not None and title.form is not None:
        return title.form
    return Form.STATEMENT if any(sheet.sections for sheet in sheets) else Form.TABLE


def _money(prose: Mapping[str, str]) -> Money | None:
    return read_money(prose["expenditure"]) if "expenditure" in prose else None
