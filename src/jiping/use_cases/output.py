"""Put bytes on the disk whole or not at all."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from jiping.domain.disk import reason
from jiping.domain.errors import JipingError


def put(path: Path, content: bytes) -> Path:
    """Write `content` to `path` through a temporary neighbour that is renamed when complete; return `path`."""
    return put_pieces(path, (content,))


def put_pieces(path: Path, pieces: Iterable[bytes]) -> Path:
    """Write `pieces` one after the other as `put` does, so that a file of any size needs no memory."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:40]}.", delete=False) as file:
            temporary = Path(file.name)
            try:
                file.writelines(pieces)
                file.flush()
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        raise JipingError(
            f"无法写入 {path}：{reason(error)}。",
            why="没有留下写了一半的文件。",
            remedy="请检查文件夹是否存在、是否有写权限、磁盘是否已满，或文件是否正被其他程序打开。",
        ) from error
    return path


def put_new(path: Path, content: bytes) -> Path:
    """Write `content` to `path`, where nothing may be yet; raises JipingError when something is."""
    refuse_existing(path)
    return put(path, content)


def refuse_existing(path: Path) -> None:
    """Raise JipingError when `path` is there already; that a folder is none to write to, `put` will say."""
    if path.exists() and not path.is_dir():
        raise JipingError(
            f"{path} 已经存在。", why="直接覆盖会丢掉已填的内容。", remedy="请换一个文件名，或先移走旧文件。"
        )


def refuse_replacing(paths: Iterable[Path]) -> None:
    """Raise JipingError when a result of ours to be written is there already; a user who means it says --force."""
    for path in paths:
        if path.exists() and not path.is_dir():
            raise JipingError(
                f"{path} 已经存在。",
                why="直接覆盖会丢掉上一次的结果和已填的内容。",
                remedy="请换一个名字，或加 --force 覆盖。",
            )


def refuse_filled(folder: Path) -> None:
    """Raise JipingError when the folder for results that belong together holds files: old and new ones would mix."""
    if folder.is_dir() and any(folder.iterdir()):
        raise JipingError(
            f"文件夹 {folder} 里已经有文件。",
            why="新旧结果混在一起分不清，已填的内容也会被盖掉。",
            remedy="请换一个文件夹，或加 --force 覆盖。",
        )


def refuse_input(path: Path | None, inputs: Iterable[Path]) -> None:
    """Raise JipingError when what is to be written would replace one of the files it is made from."""
    if path is not None and any(_is_same(path, each) for each in inputs):
        raise JipingError(
            f"{path} 是这次读取的材料，不能又作输出。", why="写出会盖掉原件。", remedy="请换一个文件名或文件夹。"
        )


def _is_same(path: Path, other: Path) -> bool:
    return path.resolve() == other.resolve() or (path.exists() and other.exists() and path.samefile(other))
