"""One pack's own files, read whole: head, legal bases, dated entries, layouts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from jiping.domain.errors import JipingError, PackFault
from jiping.domain.layout import Layout
from jiping.domain.place import Place
from jiping.domain.table import TableSchema
from jiping.rulepack.provenance import Dated, LegalBasis
from jiping.rulepack.reading.entries import read_entries, read_legal_bases
from jiping.rulepack.reading.layouts import read_layout
from jiping.rulepack.reading.payload import NAMED
from jiping.rulepack.reading.schema import read_schema
from jiping.rulepack.shelf import HEAD, Shelf
from jiping.rulepack.strict.node import Node, closest
from jiping.rulepack.strict.yaml import read_yaml

BASES = "legal_bases.yaml"
_ENTRY_FILES = (*(f"{name}.yaml" for name in NAMED), "thresholds.yaml", "lexicon.yaml", "terms.yaml")


@dataclass(frozen=True, slots=True)
class PackHead:
    """What pack.yaml says: who the pack is for and which pack it refines."""

    name: str
    title: str
    region: str
    description: str
    edition: str
    parent: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class PackSource:
    """A pack's own content, nothing inherited. `layout_places` says where each layout is written."""

    shelf: Shelf
    head: PackHead
    bases: Mapping[str, LegalBasis]
    entries: Mapping[str, tuple[Dated[object], ...]]
    layouts: Mapping[str, Layout]
    layout_places: Mapping[str, Place]
    tables: Mapping[str, TableSchema]


@cache
def read_source(shelf: Shelf) -> PackSource:
    """Return the pack in `shelf`, read once per process. Raises PackFault with file and line."""
    entries: dict[str, tuple[Dated[object], ...]] = {}
    for path in entry_files(shelf):
        for name, editions in _entry_file(shelf, path).items():
            if name in entries:
                where = Place(editions[0].file, line=editions[0].line)
                other = f"{entries[name][0].file} 第 {entries[name][0].line} 行"
                raise PackFault(f"“{name}”在 {other}已经写过。", remedy="请合并到一处。", place=where)
            entries[name] = editions
    layouts = [_layout(shelf, path) for path in layout_files(shelf)]
    tables = [_table(shelf, path) for path in table_files(shelf)]
    return PackSource(
        shelf=shelf,
        head=read_head(shelf),
        bases=_bases(shelf) if (shelf.folder / BASES).exists() else {},
        entries=entries,
        layouts={layout.name: layout for layout, _ in layouts},
        layout_places={layout.name: place for layout, place in layouts},
        tables={table.name: table for table in tables},
    )


def read_head(shelf: Shelf) -> PackHead:
    node = _open(shelf, shelf.folder / HEAD)
    fields = node.mapping(required=("name", "title", "region", "edition", "description"), optional=("parent",))
    if fields["name"].text() != shelf.name:
        raise fields["name"].fault(
            f"写的“{fields['name'].text()}”与文件夹名“{shelf.name}”不一致。", "请把两者改为相同。"
        )
    return PackHead(
        name=shelf.name,
        title=fields["title"].text(),
        region=fields["region"].text(),
        description=fields["description"].text(),
        edition=fields["edition"].text(),
        parent=fields["parent"].text() if "parent" in fields else None,
        place=Place(node.file, line=fields["parent"].line if "parent" in fields else node.line),
    )


def faults(shelf: Shelf) -> Iterator[JipingError]:
    """Yield the first fault of every file, so that an author can mend them in one sitting."""
    readings: list[Callable[[], object]] = [partial(read_head, shelf), partial(entry_files, shelf)]
    if (shelf.folder / BASES).exists():
        readings.append(partial(_bases, shelf))
    readings += [partial(_entry_file, shelf, path) for path in _yaml_files(shelf) if _is_entry_file(path)]
    readings += [partial(_layout, shelf, path) for path in layout_files(shelf)]
    readings += [partial(_table, shelf, path) for path in table_files(shelf)]
    for reading in readings:
        try:
            reading()
        except JipingError as fault:
            yield fault


def entry_files(shelf: Shelf) -> tuple[Path, ...]:
    """Return the files that hold dated entries; a file name nobody knows is a fault."""
    for path in _yaml_files(shelf):
        if not _is_entry_file(path) and path.name not in (HEAD, BASES):
            known = (HEAD, BASES, *_ENTRY_FILES)
            raise PackFault(
                f"“{path.name}”不是规则包的文件名。",
                why="读不到的文件会让人误以为规定已经生效。",
                remedy=f"{closest(path.name, known)}可用的文件名：{'、'.join(known)}；词表可另建 terms-….yaml，业务参数可另建 programme-….yaml。",
                place=Place(f"{shelf.shown}/{path.name}"),
            )
    return tuple(path for path in _yaml_files(shelf) if _is_entry_file(path))


def layout_files(shelf: Shelf) -> tuple[Path, ...]:
    return tuple(sorted((shelf.folder / "layouts").glob("*.yaml")))


def table_files(shelf: Shelf) -> tuple[Path, ...]:
    return tuple(sorted((shelf.folder / "tables").glob("*.yaml")))


def _is_entry_file(path: Path) -> bool:
    return path.name in _ENTRY_FILES or (path.name.startswith(("terms-", "programme-")) and path.suffix == ".yaml")


def _yaml_files(shelf: Shelf) -> tuple[Path, ...]:
    found = [path for path in shelf.folder.iterdir() if path.suffix in (".yaml", ".yml")]
    return tuple(sorted(found, key=lambda path: path.stem))


def _entry_file(shelf: Shelf, path: Path) -> Mapping[str, tuple[Dated[object], ...]]:
    return read_entries(path.stem, _open(shelf, path), shelf.name)


def _bases(shelf: Shelf) -> Mapping[str, LegalBasis]:
    return read_legal_bases(_open(shelf, shelf.folder / BASES))


def _layout(shelf: Shelf, path: Path) -> tuple[Layout, Place]:
    node = _open(shelf, path)
    return read_layout(node), Place(node.file, line=node.line)


def _table(shelf: Shelf, path: Path) -> TableSchema:
    return read_schema(_open(shelf, path))


def _open(shelf: Shelf, path: Path) -> Node:
    shown = f"{shelf.shown}/{path.relative_to(shelf.folder).as_posix()}"
    try:
        data = path.read_bytes()
    except OSError:
        remedy = "请检查它是不是文件、有没有读取权限。"
        raise PackFault("文件打不开。", remedy=remedy, place=Place(shown)) from None
    return read_yaml(data, shown)
