"""What is written down of a print file the moment it is whole: the proof that its batch is done."""

from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import ArrowException

from jiping.printing.durable import durable
from jiping.printing.plan import Batch
from jiping.printing.shelf import Shelved
from jiping.statements.renderer import Renderer

FILES, RECORDS = "print", ".batches"
"""Folders of a run: the print files, and what is known of each."""


@dataclass(frozen=True, slots=True)
class Done:
    """A batch that is on the disk. `pages`: statement_number, person, file, page, sha256 of the page, code."""

    batch: Batch
    size: int
    sha256: str
    pages: Any


def print_kept(renderer: Renderer, kept: Shelved, out: Path, batch: Batch) -> Done:
    """Print a batch of the rows that are kept."""
    return print_batch(renderer, kept.rows().slice(batch.first, batch.count), batch, out)


def print_batch(renderer: Renderer, chosen: Any, batch: Batch, out: Path) -> Done:
    """Print the `chosen` rows as a batch: first its file, then its record, each whole or not at all."""
    with durable(out / FILES / batch.file) as file:
        printed = renderer.render_file(chosen, file)  # type: ignore[arg-type]
    pages = pa.table(
        {
            "statement_number": chosen.column("statement_number"),
            "person": chosen.column("person"),
            "file": pa.array([batch.file] * batch.count, pa.string()),
            "page": pa.array(range(1, batch.count + 1), pa.int32()),
            "sha256": pa.array([each.hex() for each in printed.digests], pa.string()),
            "code": pa.array(printed.codes, pa.string()),
        }
    )
    done = Done(batch, file.size, file.sha256, pages)
    known = {"size": str(file.size), "sha256": file.sha256}
    with durable(_record(out, batch)) as record:
        pq.write_table(pages.replace_schema_metadata(known), record)
    return done


def done_already(kept: Shelved, out: Path, batch: Batch) -> Done | None:
    """Return a batch an earlier run finished, None when it did not: the file must still be what was written down."""
    try:
        pages = pq.read_table(_record(out, batch))
        known = {name.decode(): value.decode() for name, value in pages.schema.metadata.items()}
        with (out / FILES / batch.file).open("rb") as file:
            same = file_digest(file, "sha256").hexdigest() == known["sha256"]
    except (OSError, ArrowException, KeyError):
        return None
    expected = kept.rows().slice(batch.first, batch.count)
    same = same and all(
        pages.column(name).combine_chunks().equals(expected.column(name).combine_chunks())
        for name in ("statement_number", "person")
    )
    return Done(batch, int(known["size"]), known["sha256"], pages) if same else None


def _record(out: Path, batch: Batch) -> Path:
    return out / RECORDS / f"{batch.number:04}.parquet"
