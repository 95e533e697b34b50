"""The set-based rule decides every person as the plain one does, on either engine and under every choice."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from random import Random  # noqa: TID251 - seeded by every caller
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engines import SPARK, engine_with, require_spark
from jiping.datasets.engine import DUCKDB
from jiping.datasets.question import Question
from jiping.domain.period import Period
from jiping.programmes.transfer_subsidy.benefit import qualified
from jiping.rulepack.load import load_pack
from jiping.rulepack.pack import RulePack
from programmes.situations import changed
from programmes.transfer_subsidy.population import ENTRIES, some_people, some_rules, tables
from programmes.transfer_subsidy.reference import Person, Rules, due


@given(st.integers(0, 2**32))
@settings(max_examples=60)
def test_decides_as_the_document_reads(seed: int) -> None:
    random = Random(seed)
    rules = some_rules(random)
    people = some_people(random, 25, rules.year)
    assert _computed(DUCKDB, people, rules) == _expected(people, rules)


@pytest.mark.spark
@pytest.mark.filterwarnings("ignore")  # another project's
@pytest.mark.parametrize(
    "rules", [Rules(), Rules(qualifying="first_reaching_year", months_by="payment", employee_months=True)]
)
def test_both_engines_list_the_same_people(rules: Rules) -> None:
    require_spark()
    people = some_people(Random(4), 400, rules.year)
    there = _computed(SPARK, people, rules)
    assert len(there) > 20
    assert there == _computed(DUCKDB, people, rules) == _expected(people, rules)


def _expected(people: Mapping[int, Person], rules: Rules) -> list[tuple[int, str, int]]:
    kinds = {number: due(who, rules) for number, who in people.items()}
    return [(number, kind, 100_000) for number, kind in sorted(kinds.items()) if kind]


def _computed(url: str, people: Mapping[int, Person], rules: Rules) -> list[tuple[int, str, int]]:
    pack = _pack(rules)
    question = Question("transfer_subsidy", Period.of_year(rules.year + 1), pack)
    with TemporaryDirectory() as folder:
        engine = engine_with(url, tables(people), pack, Path(folder))
        rows = engine.fetch(qualified(engine.tables, question).order_by("person")).to_pylist()
    return [(row["person"], row["kind"], row["amount"]) for row in rows]


def _pack(rules: Rules) -> RulePack:
    told = {ENTRIES[name]: value for name, value in asdict(rules).items() if name in ENTRIES}
    return changed(load_pack("national", Period.of_year(rules.year + 1).last), told)
