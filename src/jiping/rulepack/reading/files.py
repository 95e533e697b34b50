"""Which files a pack has, and one of them opened."""

from pathlib import Path

from jiping.domain.errors import PackFault
from jiping.domain.place import Place
from jiping.rulepack.reading.payload import NAMED
from jiping.rulepack.shelf import HEAD, Shelf
from jiping.rulepack.strict.node import Node, closest
from jiping.rulepack.strict.yaml import read_yaml

BASES = "legal_bases.yaml"
_ENTRY_FILES = (*(f"{name}.yaml" for name in NAMED), "thresholds.yaml", "lexicon.yaml", "terms.yaml")
_PROGRAMME = "programme-"
_SERIES = ("terms-", _PROGRAMME)  # how the names of files begin of which a pack may have any number


def opened(shelf: Shelf, path: Path) -> Node:
    """Return what the file at `path` says. Raises PackFault when it cannot be read."""
    shown = f"{shelf.shown}/{path.relative_to(shelf.folder).as_posix()}"
    try:
        data = path.read_bytes()
    except OSError:
        remedy = "请检查它是不是文件、有没有读取权限。"
        raise PackFault("文件打不开。", remedy=remedy, place=Place(shown)) from None
    return read_yaml(data, shown)


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
    return sound_entry_files(shelf)


def sound_entry_files(shelf: Shelf) -> tuple[Path, ...]:
    """Return the files that hold dated entries, whatever else lies beside them."""
    return tuple(path for path in _yaml_files(shelf) if _is_entry_file(path))


def layout_files(shelf: Shelf) -> tuple[Path, ...]:
    return tuple(sorted((shelf.folder / "layouts").glob("*.yaml")))


def table_files(shelf: Shelf) -> tuple[Path, ...]:
    return tuple(sorted((shelf.folder / "tables").glob("*.yaml")))


def holds_parameters(file: str) -> bool:
    """Tell whether the entries of `file`, as messages name it, are parameters of code, and no words a pack adds."""
    name = file.rpartition("/")[2]
    return name.startswith(_PROGRAMME) or name == "thresholds.yaml"


def _is_entry_file(path: Path) -> bool:
    return path.name in _ENTRY_FILES or (path.name.startswith(_SERIES) and path.suffix == ".yaml")


def _yaml_files(shelf: Shelf) -> tuple[Path, ...]:
    found = [path for path in shelf.folder.iterdir() if path.suffix in (".yaml", ".yml")]
    return tuple(sorted(found, key=lambda path: path.stem))
