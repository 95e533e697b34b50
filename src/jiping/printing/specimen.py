"""A few statements instead of all: samples for a leader's signature, and one person's on demand."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from jiping.printing.crew import Crew
from jiping.printing.precheck import Found
from jiping.printing.read_roster import read_roster
from jiping.printing.ready import Manner, get_ready
from jiping.printing.roster import Asked
from jiping.printing.shelf import Shelf
from jiping.statements.columns import TEXTS
from jiping.statements.renderer import render_one
from jiping.statements.template import load_template
from jiping.use_cases.output import put


def preview(asked: Asked, manner: Manner, out: Path, count: int, seed: int) -> tuple[Found, int]:
    """Print the first statement of a run, the last, the one with most letters and `count` others into one file."""
    with Shelf() as shelf, Crew(manner.processes) as crew:
        ready = get_ready(asked, manner, shelf, crew)
        rows = ready.kept.rows()
    chosen = rows.take(pa.array(specimens(rows, count, seed), pa.int64()))
    written = BytesIO()
    ready.renderer.render_file(chosen, written)
    put(out, written.getvalue())
    return ready.found, chosen.num_rows


def specimens(rows: Any, count: int, seed: int) -> list[int]:
    """Return which rows stand for all: first, last, longest, and those whose numbers' hashes come first under the seed."""
    lengths = [pc.utf8_length(rows.column(name).fill_null("")).to_numpy() for name in TEXTS]
    fixed = [0, rows.num_rows - 1, int(sum(lengths).argmax())] if rows.num_rows else []
    numbers = rows.column("statement_number").to_pylist()
    order = sorted(range(len(numbers)), key=lambda row: sha256(f"{seed} {numbers[row]}".encode()).digest())
    drawn = [row for row in order[: count + len(fixed)] if row not in fixed][:count]
    return [*dict.fromkeys(fixed), *sorted(drawn)]


def one_statement(asked: Asked, person: int, manner: Manner) -> tuple[int, bytes]:
    """Return the number of a person's statement, and the PDF."""
    with Shelf() as shelf:
        roster = read_roster(asked, shelf, person)
        record = roster.kept.rows().to_pylist()[0]
    template = load_template(manner.look, roster.facts)
    return record["statement_number"], render_one(template, manner.key, record)
