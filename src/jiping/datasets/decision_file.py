"""What a decision's file says, and the name that follows from it, as receipts have theirs."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from jiping.datasets.addressed import digest, dump
from jiping.domain.decision import Decision, Fact, Granted, Judged
from jiping.domain.errors import JipingError
from jiping.domain.measurement import SnapshotId
from jiping.domain.place import Place

_LETTERS = 2


def decision_id(decision: Decision) -> str:
    """Return the name of a decision, such as TS-2024-0a1b2c3d4e5f: the letters of its conditions, year and digest."""
    letters = decision.entitlements[0].conditions[0].code[:_LETTERS]
    return f"{letters}-{decision.year}-{digest(_fields(decision))}"


def dump_decision(decision: Decision) -> bytes:
    """Return the decision as the bytes of its file."""
    return dump(_fields(decision))


def load_decision(data: bytes, name: str) -> Decision:
    """Return the decision a file states. Raises JipingError when its content does not give its name."""
    try:
        decision = _decision(json.loads(data))
        sound = decision_id(decision) == decision.id
    except (ValueError, TypeError, KeyError, IndexError):
        sound = False
    if not sound:
        raise JipingError(
            "核定记录的内容与编号对不上，可能被改动过。",
            why="改动过的记录不能证明当时怎样核定。",
            remedy="请从备份中取回原件，或用 jiping decide --save 重新核定。",
            place=Place(name),
        )
    return decision


def _fields(decision: Decision) -> dict[str, Any]:
    return {**asdict(decision), "as_of": decision.as_of.isoformat()}


def _decision(fields: Mapping[str, Any]) -> Decision:
    return Decision(
        **{
            **fields,
            "who": _facts(fields["who"]),
            "as_of": date.fromisoformat(fields["as_of"]),
            "entitlements": tuple(map(_granted, fields["entitlements"])),
            "snapshots": tuple(SnapshotId(**each) for each in fields["snapshots"]),
        }
    )


def _granted(fields: Mapping[str, Any]) -> Granted:
    return Granted(
        **{**fields, "about": _facts(fields["about"]), "conditions": tuple(map(_judged, fields["conditions"]))}
    )


def _judged(fields: Mapping[str, Any]) -> Judged:
    return Judged(**{**fields, "seen": _facts(fields["seen"]), "bases": tuple(fields["bases"])})


def _facts(told: list[Mapping[str, Any]]) -> tuple[Fact, ...]:
    return tuple(Fact(**each) for each in told)
