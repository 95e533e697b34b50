"""Decisions in YAML: a few records, who is decided on, which conditions fail, and how what was seen is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import yaml

from engines import typed
from jiping.domain.decision import Decision
from jiping.rulepack.load import load_pack
from jiping.use_cases.decide import Asked, decided
from jiping.use_cases.deciding import deciding
from programmes.situations import changed, exact

_HERE = Path(__file__).parent / "decisions"


@dataclass(frozen=True)
class Case:
    """One case of one programme, as it stands in the file."""

    programme: str
    name: str
    told: Mapping[str, Any]

    def __str__(self) -> str:
        return f"{self.programme}-{self.name}"


def cases() -> Iterator[Case]:
    for path in sorted(_HERE.glob("*.yaml")):
        for name, told in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            yield Case(path.stem, name, told)


def rows_of(case: Case) -> list[Mapping[str, list[str]]]:
    """Return what fails in each row decided on; a case of one row says it without a list."""
    fails = case.told["fails"]
    return fails if isinstance(fails, list) else [fails]


def decision(case: Case, folder: Path) -> Decision:
    year = case.told.get("year", 2024)
    rules = changed(load_pack("national", date(year, 12, 31)), case.told.get("set", {}))
    paths = {}
    for name in deciding(case.programme)[1].tables:
        paths[name] = folder / f"{name}.parquet"
        rows = [exact(row) for row in case.told["tables"].get(name, [])]
        pq.write_table(typed(rows, rules.tables[name]), paths[name])
    asked = Asked(case.programme, case.told.get("of", 1), year, "national", date(year, 12, 31))
    return decided(asked, rules, (paths, ()))


@pytest.mark.parametrize("case", cases(), ids=str)
def test_what_fails_and_what_was_seen(case: Case, tmp_path: Path) -> None:
    found = decision(case, tmp_path)
    assert [(each.kind, [one.code for one in each.conditions if not one.holds]) for each in found.entitlements] == [
        (kind, codes) for row in rows_of(case) for kind, codes in row.items()
    ]
    seen = {one.code: [fact.shown for fact in one.seen] for each in found.entitlements for one in each.conditions}
    wanted = {code: [str(each) for each in shown] for code, shown in case.told.get("seen", {}).items()}
    assert {code: seen[code] for code in wanted} == wanted
    about = [[str(each) for each in row] for row in case.told.get("about", ())]
    assert not about or [[each.shown for each in one.about] for one in found.entitlements] == about


def test_every_condition_fails_in_some_decision_or_is_tried_elsewhere() -> None:
    known = {code for case in cases() for row in rows_of(case) for codes in row.values() for code in codes}
    offered = {
        one.code
        for name in ("handbook", "coverage_expansion")
        for each in deciding(name)[1].entitlements
        for one in each.conditions
    }
    assert offered <= known
