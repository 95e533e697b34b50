"""The same renderer on a Spark cluster, for a province: every task prints one file.

Every node must have jiping installed and see the output folder under the same path.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import ipc

from jiping.datasets.spark import spark_session
from jiping.printing.plan import Batch
from jiping.printing.record import Done, print_batch
from jiping.statements.renderer import Renderer
from jiping.statements.template import Template

Task = tuple[Batch, bytes]
Look = tuple[Template, bytes, frozenset[str]]
"""What a renderer is made from: template, key, characters."""


def printed(master: str, look: Look, rows: Any, batches: Sequence[Batch], out: Path) -> Iterator[Done]:
    """Yield batches as they are printed, some a core at a time, so that the driver holds few of them as bytes."""
    context = spark_session(master).sparkContext
    width = context.defaultParallelism
    shared = context.broadcast(look)
    folder = out.resolve()
    for first in range(0, len(batches), width):
        tasks = [(each, _packed(rows.slice(each.first, each.count))) for each in batches[first : first + width]]
        yield from context.parallelize(tasks, width).map(lambda task: _print(shared.value, task, folder)).collect()
    shared.unpersist()


def _print(look: Look, task: Task, out: Path) -> Done:
    batch, packed = task
    rows = ipc.open_stream(packed).read_all()
    return print_batch(_renderer(*look), rows, batch, out)


@cache
def _renderer(template: Template, key: bytes, characters: frozenset[str]) -> Renderer:
    """Cut the fonts once a process."""
    return Renderer(template, key, characters)


def _packed(rows: Any) -> bytes:
    sink = pa.BufferOutputStream()
    with ipc.new_stream(sink, rows.schema) as stream:
        stream.write_table(rows)
    return bytes(sink.getvalue())
