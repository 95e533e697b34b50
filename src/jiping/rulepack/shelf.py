"""Where packs lie on disk: the built-in ones beside this package, and folders of the user's own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jiping.domain.errors import PackFault
from jiping.domain.place import Place

BUILT_IN = Path(__file__).parent.parent / "packs"
HEAD = "pack.yaml"


@dataclass(frozen=True, slots=True)
class Shelf:
    """One pack's folder; `shown` is how messages name it, so built-in packs read the same on every machine."""

    folder: Path
    shown: str
    built_in: bool

    @property
    def name(self) -> str:
        return self.folder.name


def find_shelves(folders: Sequence[Path] = ()) -> Mapping[str, Shelf]:
    """Return every pack by name. A folder of the user's is a pack itself or contains packs."""
    found: dict[str, Shelf] = {}
    for shelf in (*_built_in(), *(shelf for folder in folders for shelf in _own(folder))):
        other = found.get(shelf.name)
        if other is not None and other.folder != shelf.folder:
            owner = "内置规则包" if other.built_in else f"“{other.shown}”"
            raise PackFault(
                f"规则包“{shelf.name}”与{owner}同名。",
                why="同名的两个规则包无法区分按哪一个计分。",
                remedy="请给文件夹另起一个名字，pack.yaml 中的 name 也随之修改。",
                place=Place(shelf.shown),
            )
        found[shelf.name] = shelf
    return found


def own_shelf(folder: Path) -> Shelf:
    """Return the one pack that `folder` is."""
    if not (folder / HEAD).is_file():
        raise PackFault(
            f"文件夹里没有 {HEAD}。", remedy=f"请指向含有 {HEAD} 的规则包文件夹。", place=Place(str(folder))
        )
    return Shelf(folder.resolve(), str(folder), built_in=False)


def _built_in() -> Iterator[Shelf]:
    for head in sorted(BUILT_IN.glob(f"*/{HEAD}")):
        yield Shelf(head.parent, head.parent.name, built_in=True)


def _own(folder: Path) -> Iterator[Shelf]:
    heads = [folder / HEAD] if (folder / HEAD).is_file() else sorted(folder.glob(f"*/{HEAD}"))
    if not heads:
        raise PackFault(
            "文件夹里没有规则包。",
            remedy=f"请指向含有 {HEAD} 的文件夹，或指向存放若干规则包的上级文件夹。",
            place=Place(str(folder)),
        )
    for head in heads:
        yield own_shelf(head.parent)
