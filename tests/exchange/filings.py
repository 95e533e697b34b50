"""Generated filings that use every field, for the round trips of this room."""

from datetime import date

from hypothesis import strategies as st

from jiping.domain.doubt import Confidence, Doubt, Figure
from jiping.domain.evidence import Evidence
from jiping.domain.filing import (
    BoundNumber,
    Filing,
    Form,
    FundLine,
    Indicator,
    LevelWeight,
    Narrative,
    Section,
    SignOff,
    Waiver,
)
from jiping.domain.money import Money
from jiping.domain.place import Place

texts = st.text(
    st.sampled_from("甲乙 1：:#-{}=\"'\n\t\u3000\u2028\x85\x7f%,[]|>~𠮷\\") | st.characters(codec="utf-8"), max_size=12
)
names = st.text(st.sampled_from("abc_"), min_size=1, max_size=6)
numbers = st.decimals(-(10**9), 10**9, places=4, allow_nan=False, allow_infinity=False)
money = numbers.map(Money)
counts = st.none() | st.integers(1, 9999)
places = st.builds(
    Place,
    file=texts,
    sheet=st.none() | texts,
    page=counts,
    line=counts,
    table=counts,
    row=counts,
    column=counts,
    paragraph=counts,
)
bounds = st.builds(BoundNumber, fact=names, text=texts, start=st.integers(0, 12))
sections = st.builds(Section, texts, texts, st.lists(bounds, max_size=3).map(tuple), st.none() | places)
narratives = st.builds(Narrative, *[st.none() | sections] * 5)
evidences = st.builds(Evidence, texts, *[st.none() | texts] * 3)
indicators = st.builds(
    Indicator,
    level1=st.none() | texts,
    level2=st.none() | texts,
    level3=texts,
    target=st.none() | texts,
    actual=st.none() | texts,
    weight=st.none() | numbers,
    score=st.none() | numbers,
    reason=st.none() | texts,
    evidence=st.lists(evidences, max_size=2).map(tuple),
    place=st.none() | places,
)
fund_lines = st.builds(
    FundLine,
    texts,
    *[st.none() | money] * 3,
    *[st.none() | numbers] * 3,
    st.none() | places,
)
level_weights = st.builds(LevelWeight, *[st.none() | texts] * 2, numbers, st.none() | places)
figures = st.lists(st.sampled_from(Figure), max_size=2).map(tuple)
doubts = st.builds(Doubt, texts, texts, texts, st.sampled_from(Confidence), st.none() | places, figures)
said = texts.filter(str.strip)
waivers = st.builds(Waiver, texts, said, said, st.dates(date(1949, 10, 1)), st.none() | texts)
filings = st.builds(
    Filing,
    project=st.none() | texts,
    unit=st.none() | texts,
    year=st.none() | st.integers(1949, 9999),
    form=st.sampled_from(Form),
    title=st.none() | texts,
    department=st.none() | texts,
    started=st.none() | texts,
    finished=st.none() | texts,
    expenditure=st.none() | money,
    narrative=narratives,
    stated_score=st.none() | numbers,
    stated_grade=st.none() | texts,
    stated_satisfaction=st.none() | texts,
    rows=st.lists(indicators, max_size=3).map(tuple),
    funds=st.lists(fund_lines, max_size=2).map(tuple),
    total_weight=st.none() | numbers,
    total_score=st.none() | numbers,
    level_weights=st.lists(level_weights, max_size=2).map(tuple),
    doubts=st.lists(doubts, max_size=2).map(tuple),
    sign_off=st.builds(SignOff, *[st.none() | texts] * 4),
    waivers=st.lists(waivers, max_size=2).map(tuple),
    place=st.none() | places,
)
