"""Lists drawn up and not yet sealed: a text file of one line a row, named by the hash of its content.

`sha256sum` of the file is the hash of the list, so anybody can check what was posted, approved and paid.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from jiping.domain.errors import JipingError
from jiping.domain.payment import Payment
from jiping.domain.payment_list import ListHead, PaymentList, Tally, tallied
from jiping.domain.place import Place

FOLDER = "payments"


@dataclass(frozen=True, slots=True)
class Draft:
    """A list in a file."""

    path: Path
    list: PaymentList

    def payments(self) -> Iterator[Payment]:
        """Yield the rows in the order of their keys."""
        with self.path.open("rb") as file:
            next(file)
            yield from map(Payment.from_line, file)


def write_draft(data: Path, head: ListHead, payments: Iterable[Payment]) -> Draft:
    """Write a list into the data folder, whole or not at all; the same list is the same file. An empty one has no file."""
    folder = data / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    tally = Tally(head)
    with NamedTemporaryFile(dir=folder, prefix=".draft-", delete=False) as file:
        written = Path(file.name)
        try:
            file.write(head.line())
            for each in payments:
                tally.add(each)
                file.write(each.line())
        except BaseException:
            written.unlink()
            raise
    made = tally.list()
    path = folder / f"{head.programme}-{head.year}-{made.id}.jsonl"
    if made.count:
        written.chmod(0o600)
        written.replace(path)
    else:
        written.unlink()
    return Draft(path, made)


def find_draft(data: Path, number: str) -> Draft:
    """Return the list called `number`. Raises JipingError when there is none, or when it was altered."""
    found = sorted((data / FOLDER).glob(f"*-{number}.jsonl")) if number.isalnum() else []
    if len(found) != 1:
        raise JipingError(
            f"没有发放名单 {number}。",
            remedy="请核对名单编号（12 位），用 --data 指明数据文件夹，或先运行 jiping pay list。",
        )
    path = found[0]
    try:
        with path.open("rb") as file:
            head = ListHead.from_line(next(file))
        draft = Draft(path, tallied(head, _in_order(Draft(path, PaymentList(head, 0, 0, "")).payments())))
    except (ValueError, KeyError, TypeError, StopIteration) as fault:
        raise _altered(path) from fault
    if draft.list.id != number:
        raise _altered(path)
    return draft


def require_unaltered_files(data: Path) -> None:
    """Raise JipingError when a file of a list, sealed or not, was altered."""
    for path in sorted((data / FOLDER).glob("*-*.jsonl")):
        find_draft(data, path.stem.rpartition("-")[2])


def _in_order(payments: Iterable[Payment]) -> Iterator[Payment]:
    """Yield `payments`. Raises ValueError when a key does not follow the one before: a key may stand there once."""
    before = None
    for each in payments:
        if before is not None and each.key <= before:
            raise ValueError
        yield each
        before = each.key


def _altered(path: Path) -> JipingError:
    return JipingError(
        "发放名单被改动过，与编号不符。",
        why="名单的编号由内容得出，改动过的名单没有公示和批准过。",
        remedy="请恢复原文件，或重新运行 jiping pay list。",
        place=Place(path.name),
    )
