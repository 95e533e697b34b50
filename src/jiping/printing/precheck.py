"""What is looked at before anything is printed: who must not be, who has no address, what a leader should know."""

from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from jiping.printing.crew import Crew
from jiping.printing.roster_checks import CHECKS, Fate
from jiping.printing.shelf import Shelved
from jiping.statements.renderer import Renderer

UNPRINTABLE = "不能印出"
ROWS_AT_ONCE = 5_000
"""How many rows a process looks through at a time."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found before printing: `counts` by title and fate, `exceptions` a table with one row a finding, and which
    rows of the roster are `good` (bool mask) for printing.
    """

    counts: tuple[tuple[str, Fate, int], ...]
    exceptions: Any
    good: Any


def look_over(kept: Shelved, renderer: Renderer, crew: Crew) -> Found:
    """Look at every row of a roster; numbers of identity are masked in it already."""
    rows = kept.rows()
    good = np.ones(rows.num_rows, bool)
    counts, parts = [], []
    for each in CHECKS:
        struck = np.flatnonzero(pc.fill_null(each.finds(rows), False).to_numpy(zero_copy_only=False))
        counts.append((each.title, each.fate, len(struck)))
        parts.append(_told(rows, struck, each.title, each.fate, [each.why] * len(struck)))
        if each.fate is Fate.HELD:
            good[struck] = False
    starts = range(0, rows.num_rows, ROWS_AT_ONCE)
    unprintable = sorted(found for part in crew.share(partial(_refused, kept, renderer), starts) for found in part)
    struck = np.array([row for row, _ in unprintable], np.int64)
    counts.append((UNPRINTABLE, Fate.HELD, len(np.unique(struck))))
    parts.append(_told(rows, struck, UNPRINTABLE, Fate.HELD, [why for _, why in unprintable]))
    good[struck] = False
    return Found(tuple(counts), pa.concat_tables(parts), good)


def _refused(kept: Shelved, renderer: Renderer, first: int) -> list[tuple[int, str]]:
    """Return which rows the renderer would refuse, and why; it looks at every letter, so processes share the rows."""
    rows = kept.rows().slice(first, ROWS_AT_ONCE)
    return [(first + each.row, each.why) for each in renderer.exceptions(rows)]


def as_csv(table: Any) -> bytes:
    """Return a table for a spreadsheet program: UTF-8 with its mark, so that Chinese shows."""
    out = BytesIO()
    out.write(b"\xef\xbb\xbf")
    csv.write_csv(table, out)
    return out.getvalue()


def _told(rows: Any, struck: Any, title: str, fate: Fate, why: list[str]) -> Any:
    taken = rows.take(pa.array(struck, pa.int64()))
    shown = {"对账单号": "statement_number", "个人编号": "person", "姓名": "name", "证件号码": "masked_id"}
    return pa.table(
        {
            "情况": pa.array([title] * len(struck), pa.string()),
            "处理": pa.array([fate.value] * len(struck), pa.string()),
            **{heading: taken.column(name) for heading, name in shown.items()},
            "说明": pa.array(why, pa.string()),
        }
    )
