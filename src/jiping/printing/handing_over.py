"""What goes to the print shop with the files: manifest, job ticket with control totals, postal summary."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from jiping.domain.errors import JipingError
from jiping.printing.durable import durable, write
from jiping.printing.precheck import Found, as_csv
from jiping.printing.record import FILES, Done

MANIFEST, TICKET, POSTAL = "manifest", "ticket.json", "postal.csv"
_TOTALS = ("opening", "principal", "interest", "closing")


@dataclass(frozen=True, slots=True)
class Release:
    """A finished run: the ticket as it was written, and what was found before printing."""

    ticket: dict[str, Any]
    found: Found


def release(rows: Any, found: Found, done: list[Done], year: int, out: Path) -> Release:
    """Write manifest, postal summary and, last, the ticket: without a ticket there is no release.

    Raises JipingError unless the pages are the roster's rows, each once and in its order.
    """
    pages = pa.concat_tables([each.pages for each in done])
    _require_whole(rows, pages)
    with durable(out / f"{MANIFEST}.parquet") as file:
        pq.write_table(pages.replace_schema_metadata(None), file)
    write(out / f"{MANIFEST}.csv", as_csv(pages))
    write(out / POSTAL, as_csv(_postal(done)))
    ticket = _ticket(rows, found, done, year)
    write(out / TICKET, json.dumps(ticket, ensure_ascii=False, indent=1).encode())
    return Release(ticket, found)


def _require_whole(rows: Any, pages: Any) -> None:
    for name in ("statement_number", "person"):
        told, printed = rows.column(name), pages.column(name)
        if not printed.equals(told) or pc.count_distinct(printed).as_py() != len(printed):
            raise JipingError(
                "印出的页与名册对不上：有人少了、多了或换了次序。",
                why="清单必须证明每人一份，不重不漏。",
                remedy="请不要寄出，换一个空文件夹重新打印，并告诉维护人员。",
            )


def _ticket(rows: Any, found: Found, done: list[Done], year: int) -> dict[str, Any]:
    return {
        "year": year,
        "statements": rows.num_rows,
        "pages": sum(each.batch.count for each in done),
        "fen": {name: pc.sum(rows.column(name)).as_py() for name in _TOTALS},
        "found": [{"what": title, "fate": fate.value, "count": count} for title, fate, count in found.counts],
        "held": int(len(found.good) - found.good.sum()),
        "files": [
            {
                "file": f"{FILES}/{each.batch.file}",
                "postcode": each.batch.postcode,
                "town": each.batch.town,
                "pages": each.batch.count,
                "first": each.pages.column("statement_number")[0].as_py(),
                "last": each.pages.column("statement_number")[-1].as_py(),
                "bytes": each.size,
                "sha256": each.sha256,
            }
            for each in done
        ],
    }


def _postal(done: list[Done]) -> Any:
    """Return one row a route, in the order of printing."""
    routes: dict[tuple[str, str], list[Done]] = {}
    for each in done:
        routes.setdefault((each.batch.postcode, each.batch.town), []).append(each)
    return pa.table(
        {
            "邮编": [postcode for postcode, _ in routes],
            "投递段": [town for _, town in routes],
            "份数": [sum(each.batch.count for each in parts) for parts in routes.values()],
            "册数": [len(parts) for parts in routes.values()],
            "首册": [parts[0].batch.file for parts in routes.values()],
            "末册": [parts[-1].batch.file for parts in routes.values()],
        }
    )
