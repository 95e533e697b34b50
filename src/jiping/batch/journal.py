"""The journal of a batch: every finished piece is one line on disk, in the order of finishing.

It is what makes a batch safe to stop and small in memory: nothing finished is lost, and nothing need be kept.
"""

import json
import os  # noqa: TID251 - only os can make sure that lines have reached the disk
from array import array
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from jiping.batch.label import Label, differences
from jiping.batch.result import Result, decode
from jiping.domain.disk import reason
from jiping.domain.errors import JipingError

SCHEMA = "jiping/journal/2"
_OURS = b'{"schema": "jiping/journal/'
_LONGEST_HEAD = 1 << 20
_SYNCED_EVERY = 64  # lines; a power cut costs at most these, a stopped program none


class Journal:
    """An open journal; `begin` starts one, `resume` takes one up again."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self.path = path
        self._file = file
        self._offsets = array("q")  # by number of the piece; -1 where it is not done
        self._lines = 0

    @classmethod
    def begin(cls, path: Path, label: Label) -> "Journal":
        """Return an empty journal at `path`; JipingError when one stands there already, or none can be written."""
        _remove_unbegun(path)
        try:
            file = path.open("x+b")
            path.chmod(0o600)
        except FileExistsError:
            raise JipingError(
                f"上次没做完的进度还在（{path}）。",
                remedy="要接着做，请加上 --resume；要从头做，请先删去这个文件。",
            ) from None
        except OSError as fault:
            raise JipingError(
                f"不能在 {path} 记录进度（{reason(fault)}）。",
                remedy="请换到有写权限的文件夹，或用 --journal 另指一个文件。",
            ) from fault
        file.write(_line({"schema": SCHEMA, **label}))
        file.flush()
        return cls(path, file)

    @classmethod
    def resume(cls, path: Path, label: Label) -> "Journal":
        """Return the journal at `path` with its finished lines; JipingError says why it cannot be continued."""
        _remove_unbegun(path)
        if not path.is_file():
            raise _cannot(f"没有上次的进度（{path}）", "请去掉 --resume，从头做。")
        file = path.open("r+b")
        before = _header(file.readline())
        reasons = differences(before, label) if before is not None else ["进度文件已损坏"]
        if reasons:
            file.close()
            raise _cannot("；".join(reasons), f"请删去 {path}，再去掉 --resume，从头做。")
        journal = cls(path, file)
        journal._take_up()
        return journal

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._sync()
        self._file.close()
        if not self._offsets:  # nothing was finished, so there is nothing to go on from
            self.discard()

    def __contains__(self, number: int) -> bool:
        return number < len(self._offsets) and self._offsets[number] >= 0

    def add(self, number: int, line: bytes) -> None:
        """Write the result line of the piece `number`."""
        self._mark(number, self._file.seek(0, os.SEEK_END))
        self._file.write(line)
        self._file.flush()
        self._lines += 1
        if self._lines % _SYNCED_EVERY == 0:
            self._sync()

    def line(self, number: int) -> tuple[int, bytes]:
        """Return offset and result line of the piece `number`, which is done."""
        self._file.seek(self._offsets[number])
        return self._offsets[number], self._file.readline()

    def results(self) -> Iterator[Result]:
        """Yield what was said about every finished piece, in order of its number."""
        for number in range(len(self._offsets)):
            if number in self:
                yield decode(self.line(number)[1])

    def discard(self) -> None:
        """Remove the journal from the disk: the batch is done and handed over."""
        self.path.unlink(missing_ok=True)

    def _take_up(self) -> None:
        """Learn which pieces are done; a line cut off in the writing is cut away."""
        end = self._file.tell()
        for line in self._file:
            if not line.endswith(b"\n"):
                break
            self._mark(json.loads(line)["number"], end)
            end += len(line)
        self._file.truncate(end)

    def _mark(self, number: int, offset: int) -> None:
        self._offsets.extend([-1] * (number + 1 - len(self._offsets)))
        self._offsets[number] = offset

    def _sync(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())


def _remove_unbegun(path: Path) -> None:
    """Remove a journal that a program stopped in its first moment left without a whole line: nothing was done."""
    if path.is_file():
        with path.open("rb") as file:
            first = file.readline(_LONGEST_HEAD)
        if not first or (first.startswith(_OURS) and not first.endswith(b"\n") and len(first) < _LONGEST_HEAD):
            path.unlink()


def _line(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False) + "\n").encode()


def _header(line: bytes) -> Label | None:
    try:
        data = json.loads(line)
    except ValueError:
        return None
    return data if isinstance(data, dict) and data.get("schema") == SCHEMA else None


def _cannot(why: str, remedy: str) -> JipingError:
    return JipingError(f"不能接着上次做：{why}。", remedy=remedy)
