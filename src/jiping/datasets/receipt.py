"""Receipts (计量凭据): what a measurement's file says, and the name that follows from it."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from fractions import Fraction
from typing import Any

from jiping.datasets.addressed import digest, dump
from jiping.domain.errors import JipingError
from jiping.domain.measurement import Counted, Measurement, SnapshotId
from jiping.domain.period import Period
from jiping.domain.place import Place


def receipt_id(measured: Measurement) -> str:
    """Return the name of a receipt, such as PF02-2024-0a1b2c3d4e5f: indicator, year, and a digest of all it says."""
    return f"{measured.code}-{measured.period.year}-{digest(_fields(measured))}"


def dump_receipt(measured: Measurement) -> bytes:
    """Return the receipt as the bytes of its file."""
    return dump(_fields(measured))


def load_receipt(data: bytes, name: str) -> Measurement:
    """Return the measurement a receipt states. Raises JipingError when its content does not give its name."""
    try:
        measured = _measurement(json.loads(data))
    except (ValueError, TypeError, KeyError):
        measured = None
    if measured is None or receipt_id(measured) != measured.id:
        raise JipingError(
            "凭据的内容与编号对不上，可能被改动过。",
            why="改动过的凭据不能证明任何数字。",
            remedy="请用 jiping measure 重新计量，或从备份中取回原件。",
            place=Place(name),
        )
    return measured


def _fields(measured: Measurement) -> dict[str, Any]:
    fields = asdict(measured)
    fields["period"] = [str(measured.period.first), str(measured.period.last)]
    fields["exact"] = None if measured.exact is None else str(measured.exact)
    if not measured.references:
        del fields["references"]
    return fields


def _measurement(fields: Mapping[str, Any]) -> Measurement:
    first, last = map(date.fromisoformat, fields["period"])
    return Measurement(
        **{
            **fields,
            "period": Period(first, last),
            "upper": Counted(**fields["upper"]),
            "lower": None if fields["lower"] is None else Counted(**fields["lower"]),
            "exact": None if fields["exact"] is None else Fraction(fields["exact"]),
            "snapshots": tuple(SnapshotId(**each) for each in fields["snapshots"]),
            "references": tuple(SnapshotId(**each) for each in fields.get("references", ())),
        }
    )
