"""Which files a person means by the paths typed: files, folders, archives of them, down to each single one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from jiping.batch.archive import member_bytes, members, open_archive
from jiping.domain.errors import JipingError, UnreadableFile
from jiping.domain.place import Place
from jiping.formats.guard import bounded_bytes
from jiping.use_cases.read import suffixes

ARCHIVE = ".zip"
_DEEPEST = 2  # an archive in an archive


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read. `name` is how people are told of it; `trail` is its position in the archive at `path`.

    A trail of two leads through an archive within the archive; an empty one means the file at `path` itself.
    """

    name: str
    path: Path
    trail: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Every file to read, in order, and how many were passed over, by reason in a reader's words."""

    sources: tuple[Source, ...]
    skipped: Counter[str]


def is_many(paths: Sequence[Path]) -> bool:
    """True when the paths mean, or may mean, more than one file."""
    return len(paths) > 1 or any(path.is_dir() or path.suffix.lower() == ARCHIVE for path in paths)


def list_sources(paths: Iterable[Path]) -> Listing:
    """Return the files meant by `paths`, each once; folders are walked in order of names.

    An archive or folder that cannot be opened stands for itself, so that reading it tells why.
    Raises JipingError for a path that is not there.
    """
    _opened.cache_clear()  # an archive may have been written anew since
    skipped: Counter[str] = Counter()
    found: dict[tuple[Path, tuple[int, ...]], Source] = {}
    for path in paths:
        for file in _files(path, skipped):
            for source in _members(file, skipped):
                found.setdefault((source.path.resolve(), source.trail), source)
    return Listing(tuple(found.values()), skipped)


def content(source: Source) -> bytes:
    """Return the bytes of one file; UnreadableFile says why not."""
    if _is_archive(source.name):
        _opened(source.path, source.trail)  # tells why it was not entered
    if not source.trail:
        return bounded_bytes(source.path)
    *outer, position = source.trail
    return member_bytes(_opened(source.path, tuple(outer)), position, source.name)


def _files(path: Path, skipped: Counter[str]) -> Iterator[Source]:
    if path.is_dir():
        yield from _walk(path, _readable(path.name or path.resolve().name), skipped)
    elif path.exists():
        yield Source(_readable(path.name), path)
    else:
        raise JipingError(f"没有名为“{path}”的文件或文件夹。", remedy="请检查写法，或把文件拖进窗口以免写错。")


def _walk(folder: Path, name: str, skipped: Counter[str]) -> Iterator[Source]:
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        yield Source(name, folder)
        return
    for path in paths:
        shown = f"{name}/{_readable(path.name)}"
        reason = _passed_over(path.name, folder=path.is_dir())
        if reason is None and path.is_symlink() and path.is_dir():
            reason = "指向别处的文件夹链接"
        if reason is not None:
            skipped[reason] += 1
        elif path.is_dir():
            yield from _walk(path, shown, skipped)
        elif path.is_file():
            yield Source(shown, path)
        else:
            skipped["断了的链接或设备"] += 1


def _members(source: Source, skipped: Counter[str]) -> Iterator[Source]:
    """Yield what is in an archive; any other file yields itself."""
    if not _is_archive(source.name):
        yield source
        return
    try:
        archive = _opened(source.path, source.trail)
    except UnreadableFile:
        yield source
        return
    for position, name in members(archive):
        reasons = (_passed_over(part, folder=part != PurePosixPath(name).name) for part in PurePosixPath(name).parts)
        reason = next((each for each in reasons if each is not None), None)
        if reason is not None:
            skipped[reason] += 1
        else:
            yield from _members(Source(f"{source.name}/{name}", source.path, (*source.trail, position)), skipped)


def _passed_over(name: str, *, folder: bool) -> str | None:
    """Return why a file or folder that nobody named is not read; None when it is."""
    if name.startswith("~$"):
        return "Office 打开文件时留下的锁文件"
    if name == "..":
        return "路径越出压缩包的文件"
    if name.startswith(".") or name == "__MACOSX":
        return "隐藏文件"
    suffix = PurePosixPath(name).suffix.lower()
    if folder or suffix in (ARCHIVE, *suffixes()):
        return None
    return f"{suffix} 文件" if suffix else "没有扩展名的文件"


def _is_archive(name: str) -> bool:
    return name.lower().endswith(ARCHIVE)


@lru_cache(maxsize=4)  # the members of one archive are read one after another
def _opened(path: Path, trail: tuple[int, ...]) -> ZipFile:
    if not trail:
        return open_archive(path, path.name)
    if len(trail) == _DEEPEST:
        raise UnreadableFile("压缩包套了三层。", remedy="请解压后再校核。", place=Place(path.name))
    *outer, position = trail
    return open_archive(BytesIO(member_bytes(_opened(path, tuple(outer)), position, path.name)), path.name)


def _readable(name: str) -> str:
    """Return a file name of this disk as text; one written by an old Chinese system is not UTF-8."""
    raw = name.encode("utf-8", "surrogateescape")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")
