"""One pack's own files, read whole: head, legal bases, dated entries, layouts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from pathlib import Path

from jiping.domain.errors import JipingError, PackFault
from jiping.domain.layout import Layout
from jiping.domain.place import Place
from jiping.domain.table import TableSchema
from jiping.rulepack.provenance import Dated, LegalBasis
from jiping.rulepack.reading.entries import read_entries, read_legal_bases
from jiping.rulepack.reading.files import BASES, entry_files, layout_files, opened, sound_entry_files, table_files
from jiping.rulepack.reading.head import PackHead, read_head
from jiping.rulepack.reading.layouts import read_layout
from jiping.rulepack.reading.schema import Reference, read_references, read_schema
from jiping.rulepack.shelf import Shelf


@dataclass(frozen=True, slots=True)
class PackSource:
    """A pack's own content, nothing inherited. `layout_places` and `entry_places` say where each is written."""

    shelf: Shelf
    head: PackHead
    bases: Mapping[str, LegalBasis]
    entries: Mapping[str, tuple[Dated[object], ...]]
    entry_places: Mapping[str, Place]
    layouts: Mapping[str, Layout]
    layout_places: Mapping[str, Place]
    tables: Mapping[str, TableSchema]
    references: tuple[Reference, ...]


@cache
def read_source(shelf: Shelf) -> PackSource:
    """Return the pack in `shelf`, read once per process. Raises PackFault with file and line."""
    entries: dict[str, tuple[Dated[object], ...]] = {}
    places: dict[str, Place] = {}
    for path in entry_files(shelf):
        top = opened(shelf, path)
        for name, editions in read_entries(path.stem, top, shelf.name).items():
            if name in entries:
                where = Place(editions[0].file, line=editions[0].line)
                other = f"{entries[name][0].file} 第 {entries[name][0].line} 行"
                raise PackFault(f"“{name}”在 {other}已经写过。", remedy="请合并到一处。", place=where)
            entries[name] = editions
        places |= {name: Place(each.file, line=each.line) for name, each in top.items()}
    layouts = [_layout(shelf, path) for path in layout_files(shelf)]
    tables = [opened(shelf, path) for path in table_files(shelf)]
    schemas = map(read_schema, tables)
    return PackSource(
        shelf=shelf,
        head=read_head(shelf),
        bases=_bases(shelf) if (shelf.folder / BASES).exists() else {},
        entries=entries,
        entry_places=places,
        layouts={layout.name: layout for layout, _ in layouts},
        layout_places={layout.name: place for layout, place in layouts},
        tables={table.name: table for table in schemas},
        references=tuple(chain.from_iterable(map(read_references, tables))),
    )


def faults(shelf: Shelf) -> Iterator[JipingError]:
    """Yield the first fault of every file, so that an author can mend them in one sitting."""
    readings: list[Callable[[], object]] = [partial(read_head, shelf), partial(entry_files, shelf)]
    if (shelf.folder / BASES).exists():
        readings.append(partial(_bases, shelf))
    readings += [partial(_entry_file, shelf, path) for path in sound_entry_files(shelf)]
    readings += [partial(_layout, shelf, path) for path in layout_files(shelf)]
    readings += [partial(_table, shelf, path) for path in table_files(shelf)]
    for reading in readings:
        try:
            reading()
        except JipingError as fault:
            yield fault


def _entry_file(shelf: Shelf, path: Path) -> Mapping[str, tuple[Dated[object], ...]]:
    return read_entries(path.stem, opened(shelf, path), shelf.name)


def _bases(shelf: Shelf) -> Mapping[str, LegalBasis]:
    return read_legal_bases(opened(shelf, shelf.folder / BASES))


def _layout(shelf: Shelf, path: Path) -> tuple[Layout, Place]:
    node = opened(shelf, path)
    return read_layout(node), Place(node.file, line=node.line)


def _table(shelf: Shelf, path: Path) -> TableSchema:
    return read_schema(opened(shelf, path))
