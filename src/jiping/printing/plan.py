"""How a roster is cut into print files: one postal route after the other, none longer than a batch."""

import re
from dataclasses import dataclass
from typing import Any

import pyarrow.compute as pc

COUNTER = "窗口领取"
_NOT_IN_A_NAME = re.compile(r'[\s\\/:*?"<>|.]+')


@dataclass(frozen=True, slots=True)
class Batch:
    """One print file: `count` rows of the roster from `first` on."""

    number: int
    file: str
    postcode: str
    town: str
    first: int
    count: int


def cut(rows: Any, size: int) -> tuple[Batch, ...]:
    """Return the print files of a roster in its order; those without an address are a route of their own."""
    batches: list[Batch] = []
    begin = 0
    for end in _route_ends(rows):
        postcode, town = (rows.column(name)[begin].as_py() or "" for name in ("postcode", "town"))
        if not rows.column("by_post")[begin].as_py():
            postcode, town = "", COUNTER
        for part, first in enumerate(range(begin, end, size), start=1):
            number = len(batches) + 1
            name = "-".join(filter(None, (f"{number:04}", postcode, _NOT_IN_A_NAME.sub("", town), f"{part:03}")))
            batches.append(Batch(number, f"{name}.pdf", postcode, town, first, min(size, end - first)))
        begin = end
    return tuple(batches)


def _route_ends(rows: Any) -> list[int]:
    named = pc.binary_join_element_wise(
        rows.column("postcode").fill_null(""), rows.column("town").fill_null(""), "\x1f"
    )
    route = pc.if_else(rows.column("by_post"), named, COUNTER)
    return pc.run_end_encode(route.combine_chunks()).run_ends.to_pylist() if rows.num_rows else []
