"""Every anomaly known in the six real filings is named by a check, and what is sound in them is left alone."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from builders import load_cases
from jiping.domain.finding import Finding
from jiping.use_cases.check import check
from jiping.use_cases.demo import PACK, RECORDS
from jiping.use_cases.read import read

HERE = Path(__file__).parent
ALL = {f"S{number}" for number in range(1, 81)}


def anomalies() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(HERE.glob("anomalies-*.yaml")):
        for name, expected in load_cases(path).items():
            for each in expected if isinstance(expected, list) else [expected]:
                yield name, each


@cache
def findings() -> tuple[Finding, ...]:
    return check(read(RECORDS).filings, PACK).findings


@pytest.mark.parametrize(
    ("name", "expected"), anomalies(), ids=lambda value: str(value) if isinstance(value, str) else ""
)
def test_anomaly_is_named_by_its_check(name: str, expected: dict[str, Any]) -> None:
    projects = expected.get("project", "any")
    said = [each for each in findings() if each.code == expected["code"]]
    for project in [projects] if isinstance(projects, str) else projects:
        spoken = [each.message for each in said if project in ("any", each.project)]
        assert any(expected.get("message", "") in message for message in spoken), (name, project, spoken)


def test_no_anomaly_is_forgotten() -> None:
    assert ALL - {name for name, _ in anomalies()} == set()


@pytest.mark.parametrize("code", ["AR01", "AR02", "AR03", "AR04", "GR01", "NA02", "SC01", "WT07"])
def test_sound_facts_of_the_seed_are_left_alone(code: str) -> None:
    assert [each.message for each in findings() if each.code == code] == []


def test_every_finding_says_where_why_and_what_to_do() -> None:
    for each in findings():
        assert each.where
        assert each.basis
        assert each.remedy.endswith("。"), each
        assert each.message.endswith("。"), each
        assert each.place is not None, each
