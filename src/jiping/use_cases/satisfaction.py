"""What respondents said of one business, as far as nobody is recognised by it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jiping.datasets.engine import DUCKDB, open_engine
from jiping.datasets.folder import open_data, parquet_paths
from jiping.datasets.question import Question
from jiping.domain.errors import JipingError
from jiping.domain.period import Period
from jiping.programmes.satisfaction.groups import groups, tally
from jiping.programmes.satisfaction.questionnaire import Questionnaire, questionnaire_of
from jiping.rulepack.load import load_pack

_TABLES = ("survey_answers", "surveys")


@dataclass(frozen=True, slots=True)
class Group:
    """The answers of one group that is large enough to be shown."""

    name: str
    answers: int
    satisfied: int


@dataclass(frozen=True, slots=True)
class Opinions:
    """How often each option was ticked, by the code of the question and the option's label, and the groups."""

    questionnaire: Questionnaire
    ticked: Mapping[tuple[str, str], int]
    groups: tuple[Group, ...]


def opinions(programme: str, year: int, data: Path, pack: str, folders: Sequence[Path] = ()) -> Opinions:
    """Return what was answered about `programme` in `year`. Raises JipingError where no survey was held."""
    rules = load_pack(pack, date(year, 12, 31), folders)
    question = Question(programme, Period.of_year(year), rules)
    snapshots = open_data(data)
    held = {name: snapshots[name] for name in _TABLES if name in snapshots}
    engine = open_engine(DUCKDB, parquet_paths(data, held))
    ticked = engine.fetch(tally(engine.tables, question)).to_pylist() if len(held) == len(_TABLES) else []
    if not ticked:
        raise JipingError(
            f"没有 {year} 年“{programme}”的满意度调查，或有效答卷太少。",
            why="没有调查就没有满意度。",
            remedy="请先作调查（jiping survey），再用 jiping import 导入调查登记和答案。",
        )
    shown = engine.fetch(groups(engine.tables, question).order_by("stratum")).to_pylist()
    return Opinions(
        questionnaire_of(rules),
        {(row["question"], row["option"]): row["answers"] for row in ticked},
        tuple(Group(row["stratum"] or "未分组", row["answers"], row["satisfied"]) for row in shown),
    )
