"""Options of the verbs about statements, and what they come to."""

from multiprocessing import cpu_count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from jiping.printing.job import Manner

BusinessYear = Annotated[int, typer.Option("--year", metavar="年度", help="对账单的业务年度。", min=2000, max=2100)]
KeyFile = Annotated[
    Path | None,
    typer.Option(
        "--key-file", metavar="文件", help="查验码的密钥；不写则用数据文件夹里的 keys/statements.key，没有就新生成。"
    ),
]
StatementLook = Annotated[
    Path | None,
    typer.Option(
        "--look", metavar="文件夹", help="自己的版面：放 statement.typ 和 labels.yaml 的文件夹；不写则用自带的。"
    ),
]
PrintedOn = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar="日期",
        help="印在对账单上的打印日期，按这一天已公布的记账利率计息；不写则不印日期，按寄送期限前已公布的利率。",
    ),
]


def manner(data: Path, key_file: Path | None, look: Path | None, *, batch: int = 5000, processes: int = 0) -> "Manner":
    """Return how to print: with the key asked for or the agency's own, on every core unless said otherwise."""
    from jiping.printing.job import LOOK, Manner
    from jiping.printing.key import KEY_FILE, own_key, read_key

    key = own_key(data / KEY_FILE) if key_file is None else read_key(key_file)
    return Manner(key, batch, look or LOOK, processes or cpu_count())
