"""Every programme answers its situations; that Spark answers alike, `test_engines_agree.py` shows on a whole county."""

from collections.abc import Callable, Mapping

import pytest

from engines import Rows
from jiping.datasets.engine import DUCKDB, Engine
from jiping.datasets.measuring import measure
from jiping.datasets.question import Question
from jiping.domain.period import Period
from jiping.programmes.catalogue import indicators, programmes
from jiping.rulepack.pack import RulePack
from programmes.situations import Situation, changed, situations


@pytest.mark.parametrize("situation", situations(), ids=str)
def test_figures_of_a_situation(
    situation: Situation, pack: RulePack, on: Callable[[str, Mapping[str, Rows]], Engine]
) -> None:
    read = {table for each in indicators(situation.programme) for table in each.tables}
    engine = on(DUCKDB, {**{table: [] for table in read}, **situation.tables})
    question = Question(situation.programme, Period.of_year(situation.year), changed(pack, situation.settings))
    offered = {each.code: each for each in indicators(situation.programme)}
    found = {code: measure(offered[code], question, engine, (), "test") for code in situation.figures}
    sums = {code: (each.upper.sum, None if each.lower is None else each.lower.sum) for code, each in found.items()}
    assert sums == situation.figures


def test_every_indicator_has_a_situation() -> None:
    covered = {code for each in situations() for code in each.figures}
    declared = {each.code for programme in programmes() for each in indicators(programme.name)}
    assert declared <= covered, f"no situation asks for {sorted(declared - covered)}"


def test_every_indicator_has_a_page() -> None:
    for programme in programmes():
        for each in indicators(programme.name):
            assert each.title, each.code
            assert each.sentence.endswith("。"), each.code
            assert set(each.tables) <= set(programme.tables), each.code
