"""Generated filings: whatever a form can show, in realistic Chinese.

What paper cannot tell apart is not generated, so that reading a drawn filing must give the very same filing:
texts begin with a word, never with a heading, a label or white space, and hold no line break (sections: no blank
paragraph); a level is absent only where there is nothing above it to inherit; expenditure, score and satisfaction
occur in the prose (or, in a budget block, as its total); digits in values are half width.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from jiping.domain.filing import Filing, FundLine, Indicator, Narrative, Section, SectionName, SignOff
from jiping.domain.layout import FundTable, Layout, NarrativeBlock, SectionTable
from jiping.domain.money import Money

_WORDS = (
    "参保人员",
    "社保业务",
    "《手册》",
    "“助保贷款”",
    "经费",
    "印刷",
    "居转企",
    "及时办理",
    "有序开展",
    "补助发放",
    "㎡",
)
_MARKS = ("，", "、", "；", "（皋政发〔2022〕10 号）", " 2024 年", "12.6 万卷", "98%", "Excel", "a-b", "：", "→", "×")
_HANZI = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
_VALUES = (
    "充分",
    "是",
    "否",
    "100%",
    "≥98%",
    "96%",
    "≤90 万元",
    "2024 年 12 月底前",
    "1,260 盏",
    "0",
    "850",
    "Ⅲ类",
    "/",
)
_NUMBERS = st.decimals(-1, 100, places=2) | st.integers(-1, 100).map(Decimal)
_AMOUNTS = st.decimals(0, 999_999, places=6).map(Money.from_wan)
_PREPOSITION = "当年"  # stands before a figure, so that no word before it becomes part of it


def texts(most: int = 6) -> st.SearchStrategy[str]:
    """Return phrases of up to `most` pieces; the first is a word."""
    words = st.sampled_from(_WORDS) | st.text(_HANZI, min_size=2, max_size=6)
    rest = st.lists(words | st.sampled_from(_MARKS), max_size=most - 1)
    return st.builds(lambda first, others: "".join((first, *others)), words, rest)


def filings(layout: Layout) -> st.SearchStrategy[Filing]:
    """Return filings that `layout` shows completely, with up to 25 rows."""
    return st.composite(_filing)(layout)


def _filing(draw: st.DrawFn, layout: Layout) -> Filing:
    kinds = {type(block): block for part in layout.parts for block in part.blocks}
    facts: dict[str, Any] = {name: draw(st.none() | texts()) for name in ("project", "unit")}
    facts |= {
        "year": draw(st.none() | st.integers(1000, 9999)),
        "stated_grade": draw(st.none() | st.sampled_from("优良中差")),
    }
    if isinstance(block := kinds.get(NarrativeBlock), NarrativeBlock):
        facts |= draw(_narrative(block, layout))
    if isinstance(sides := kinds.get(SectionTable), SectionTable):
        facts["narrative"] = Narrative(**{n: draw(st.none() | _section(h[:1])) for n, h in sides.headings.items()})
        facts["department"] = draw(st.none() | texts())
    if isinstance(fund_table := kinds.get(FundTable), FundTable):
        facts["funds"] = draw(_funds(fund_table))
        totals = [line.executed for line in facts["funds"] if line.name == fund_table.total]
        facts["expenditure"] = facts.get("expenditure") or (totals[0] if totals else None)
    if layout.name == "statement":
        facts |= {name: draw(st.none() | texts()) for name in ("started", "finished")}
    return Filing(
        form=layout.form,
        title=_title(draw, layout, facts),
        rows=draw(_rows()),
        total_weight=draw(st.none() | _NUMBERS),
        total_score=draw(st.none() | _NUMBERS),
        sign_off=SignOff(*(draw(st.none() | texts(2)) for _ in range(4))),
        **facts,
    )


def _title(draw: st.DrawFn, layout: Layout, facts: dict[str, Any]) -> str:
    """Return the title this form would draw for the facts, or another it knows."""
    known = {name: value for name, value in facts.items() if value is not None}
    templates = [title for title in layout.parts[0].titles if "{any}" not in title]
    fillable = [title for title in templates if all(f"{{{name}}}" not in title or name in known for name in _BRACED)]
    return draw(st.sampled_from(fillable)).format(**known) if "，" not in str(known) else fillable[-1].format(**known)


_BRACED = ("year", "unit", "project")


@st.composite
def _narrative(draw: st.DrawFn, block: NarrativeBlock, layout: Layout) -> dict[str, Any]:
    """Return a narrative together with the facts its prose states."""
    sections = {name: draw(st.none() | _section(headings)) for name, headings in block.headings.items()}
    facts: dict[str, Any] = {}
    if (overview := sections[SectionName.OVERVIEW]) is not None and draw(st.booleans()):
        spent = draw(_AMOUNTS)
        facts["expenditure"] = spent
        sections[SectionName.OVERVIEW] = _with(overview, f"{_PREPOSITION}项目支出 {spent.wan:f} 万元。")
    if (evaluation := sections[SectionName.EVALUATION]) is not None and draw(st.booleans()):
        score, share = draw(st.decimals(0, 100, places=1)), draw(st.integers(0, 100))
        facts |= {"stated_score": score, "stated_satisfaction": f"{share}%"}
        sections[SectionName.EVALUATION] = _with(
            evaluation, f"满意度达 {share}%。{_PREPOSITION}自评价得分为 {score} 分。"
        )
    return {**facts, "narrative": Narrative(**{name.value: section for name, section in sections.items()})}


def _with(section: Section, sentence: str) -> Section:
    return Section(section.heading, f"{section.text}{sentence}")


@st.composite
def _section(draw: st.DrawFn, headings: Sequence[str]) -> Section:
    paragraphs = draw(st.lists(texts(12), min_size=1, max_size=3))
    return Section(draw(st.sampled_from(headings)), "\n".join(f"{paragraph}。" for paragraph in paragraphs))


@st.composite
def _rows(draw: st.DrawFn) -> tuple[Indicator, ...]:
    names = draw(st.lists(texts(2), max_size=4, unique=True))
    upper: list[str | None] = [*([None] if draw(st.booleans()) else []), *names]
    rows: list[Indicator] = []
    for level1 in upper:
        lower = draw(st.lists(texts(2), max_size=2, unique=True))
        for level2 in [*([None] if draw(st.booleans()) else []), *lower]:
            rows += draw(st.lists(_row(level1, level2), min_size=1, max_size=3))
    return tuple(rows[:25])


def _row(level1: str | None, level2: str | None) -> st.SearchStrategy[Indicator]:
    value = st.none() | st.sampled_from(_VALUES) | texts(3)
    number = st.none() | _NUMBERS
    reason = st.none() | texts(4)
    return st.builds(
        Indicator, st.just(level1), st.just(level2), texts(4), value, value, number, number, reason, st.just(())
    )


@st.composite
def _funds(draw: st.DrawFn, table: FundTable) -> tuple[FundLine, ...]:
    amount, number = st.none() | _AMOUNTS, st.none() | _NUMBERS
    names = draw(st.lists(texts(2), max_size=3))
    all_names = [*([table.total] if draw(st.booleans()) else []), *names]
    return tuple(
        draw(st.builds(FundLine, st.just(n), amount, amount, amount, number, number, number)) for n in all_names
    )
