"""A released run, as the ledger of deliveries takes it in."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from jiping.domain.errors import JipingError
from jiping.domain.place import Place
from jiping.printing.handing_over import MANIFEST, TICKET
from jiping.printing.plan import COUNTER


@dataclass(frozen=True, slots=True)
class Printed:
    """A released run, by its folder, and the day it was printed on."""

    out: Path
    on: date


def rows_of(printed: Printed) -> pa.Table:
    """Return the statements of a run as rows of the ledger. Raises JipingError when it was not released."""
    try:
        ticket = json.loads((printed.out / TICKET).read_text(encoding="utf-8"))
        pages = pq.read_table(printed.out / f"{MANIFEST}.parquet")
    except (OSError, ValueError) as fault:
        raise JipingError(
            "这里没有已经放行的打印结果。",
            remedy="请指明 jiping statements run 写出的文件夹，里面要有 ticket.json 和 manifest.parquet。",
            place=Place(str(printed.out)),
        ) from fault
    count = pages.num_rows
    counters = pc.match_substring(pages.column("file"), f"-{COUNTER}-")
    day = pa.array([printed.on] * count, pa.date32())
    missing = {"posted_on", "returned_on", "resent_on", "viewed_on", "objection_on"}
    return pa.table(
        {
            "statement_number": pages.column("statement_number").cast(pa.string()),
            "person": pages.column("person"),
            "year": pa.array([ticket["year"]] * count, pa.int64()),
            "rendered_on": day,
            "printed_on": day,
            "channel": pc.if_else(counters, "counter", "post"),
            "return_reason": pa.nulls(count, pa.string()),
            "upheld": pa.nulls(count, pa.bool_()),
            **{name: pa.nulls(count, pa.date32()) for name in sorted(missing)},
        }
    )
