"""A backup of a site as one file: every member with its SHA-256, unpacked whole or not at all."""

import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import count
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import IO, Any

from jiping.domain.disk import reason
from jiping.domain.errors import JipingError, UnreadableFile
from jiping.domain.place import Place

SCHEMA = "jiping/backup/1"
MANIFEST = "manifest.json"
_BLOCK = 1 << 20
_MOST_MANIFEST = 64 << 20


@dataclass(frozen=True, slots=True)
class Backup:
    """What an archive says of itself: when it was made, by which version, every member's digest.

    `aside` is where the site is that stood in its place.
    """

    made_at: str
    version: str
    members: Mapping[str, str]
    aside: Path | None = None


def archive_write(path: Path, members: Mapping[str, Path], *, made_at: str, version: str) -> str:
    """Write the archive to `path` through a temporary neighbour and return its SHA-256. Only its owner may read it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".backup-", dir=path.parent) as folder:
        draft = Path(folder) / path.name
        draft.touch(mode=0o600)
        digests: dict[str, str] = {}
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, source in sorted(members.items()):
                with source.open("rb") as content, archive.open(_entry(name), "w", force_zip64=True) as target:
                    digests[name] = _copied(content, target)
            told = {"schema": SCHEMA, "made_at": made_at, "version": version, "members": digests}
            archive.writestr(_entry(MANIFEST), json.dumps(told, ensure_ascii=False, indent=1))
        with draft.open("rb") as written:
            digest = _copied(written, None)
        draft.replace(path)
    return digest


def archive_unpack(path: Path, folder: Path, *, force: bool) -> Backup:
    """Put every member into `folder`, which must be empty or missing unless `force`; return what the archive told.

    All is checked beside the folder first: a damaged archive leaves nothing. A site that was there is moved aside whole
    (`Backup.aside`), its backups with it. Raises UnreadableFile, JipingError.
    """
    if folder.exists() and any(folder.iterdir()) and not force:
        raise JipingError(
            f"{folder} 里已经有东西。",
            why="恢复会盖掉现在的站点。",
            remedy="请换一个空文件夹；确实要覆盖的，先停止服务，再加 --force。",
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".restore-", dir=folder.parent) as name:
        fresh = Path(name) / "site"
        try:
            with zipfile.ZipFile(path) as archive:
                backup = _manifest(archive, path)
                for member, digest in backup.members.items():
                    _extract(archive, member, digest, fresh, path)
        except OSError as fault:
            raise UnreadableFile(
                f"备份没有读成：{reason(fault)}。", remedy="请核对文件和磁盘余量。", place=Place(path.name)
            ) from fault
        except (zipfile.BadZipFile, KeyError, ValueError, EOFError, NotImplementedError, RuntimeError) as fault:
            raise _damaged(path, "文件已损坏，或不是备份。") from fault
        return replace(backup, aside=_put_in_place(fresh, folder))


def _put_in_place(fresh: Path, folder: Path) -> Path | None:
    """Change the folders by renaming, so that no moment has half a site; return where the one before is now."""
    if not folder.exists() or not any(folder.iterdir()):
        fresh.replace(folder)
        return None
    aside = next(place for each in count(1) if not (place := folder.with_name(f"{folder.name}.before-{each}")).exists())
    folder.replace(aside)
    try:
        fresh.replace(folder)
    except OSError:
        aside.replace(folder)
        raise
    return aside


def _manifest(archive: zipfile.ZipFile, path: Path) -> Backup:
    if archive.getinfo(MANIFEST).file_size > _MOST_MANIFEST:
        raise _damaged(path, "清单大得不合情理。")
    told: Any = json.loads(archive.read(MANIFEST))
    if not isinstance(told, dict) or told.get("schema") != SCHEMA:
        raise _damaged(path, "这个压缩包不是站点的备份。")
    return Backup(str(told["made_at"]), str(told["version"]), dict(told["members"]))


def _extract(archive: zipfile.ZipFile, member: str, digest: str, into: Path, path: Path) -> None:
    parts = PurePosixPath(member)
    if parts.is_absolute() or ".." in parts.parts or "\\" in member or ":" in member:
        raise _damaged(path, f"清单里有不安全的路径 {member}。")
    target = into.joinpath(*parts.parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.touch(mode=0o600)
    with archive.open(member) as content, target.open("wb") as written:
        if _copied(content, written) != digest:
            raise _damaged(path, f"{member} 与清单上的校验值不符。")


def _copied(source: IO[bytes], target: IO[bytes] | None) -> str:
    digest = sha256()
    for block in _blocks(source):
        digest.update(block)
        if target is not None:
            target.write(block)
    return digest.hexdigest()


def _blocks(source: IO[bytes]) -> Iterator[bytes]:
    while block := source.read(_BLOCK):
        yield block


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _damaged(path: Path, what: str) -> UnreadableFile:
    return UnreadableFile(what, remedy="请用另一份备份，或重新拷贝这一份。", place=Place(path.name))
