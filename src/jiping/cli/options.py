"""Options several verbs share, declared once."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from jiping.domain.errors import JipingError

DEFAULT_PACK = "rugao-2024"  # of business records: the first user's
DUCKDB = "duckdb://"  # the engine on this machine
OWN_PACK = "auto"  # of a filing: the pack for its unit

READABLE = "docx、xlsx、pdf（含扫描）、doc、xls、wps、et、ofd、rtf、html、txt"

Files = Annotated[list[Path], typer.Argument(metavar="文件…", help=f"填报材料：{READABLE}，或 jiping 的 yaml、json。")]
Piles = Annotated[
    list[Path],
    typer.Argument(metavar="文件…", help=f"填报材料：{READABLE}、yaml、json，放这些的文件夹，或它们的 zip。"),
]
Pack = Annotated[
    str,
    typer.Option(
        "--pack",
        metavar="规则包",
        help="按哪个规则包办理；auto 按填报单位选，没有本地规则包的用 national；jiping packs 列出全部。",
    ),
]
PackFolders = Annotated[
    list[Path], typer.Option("--pack-dir", metavar="文件夹", help="自己的规则包所在文件夹，可多次给出。")
]
On = Annotated[
    str | None,
    typer.Option("--on", metavar="日期", help="按哪一天有效的规则办理；不写则取填报年度的最后一天。"),
]
Data = Annotated[
    Path | None,
    typer.Option("--data", metavar="文件夹", help="业务数据所在文件夹；不写则用合成的演示县（out/county）。"),
]
Resume = Annotated[bool, typer.Option("--resume", help="接着上次没做完的做。")]
Force = Annotated[bool, typer.Option("--force", help="已经存在的结果也覆盖。")]
Engine = Annotated[str, typer.Option("--engine", metavar="引擎", help="duckdb://、local[2] 或 spark://主机:端口。")]
Out = Annotated[Path, typer.Option("--out", metavar="文件夹", help="写到哪个文件夹。")]


class BankFileKind(StrEnum):
    """Kinds of file a bank takes."""

    CSV = "csv"
    XLSX = "xlsx"


class BankFileEncoding(StrEnum):
    """Encodings of a csv a bank takes."""

    UTF_8 = "utf-8"
    GB18030 = "gb18030"


ListNumber = Annotated[str, typer.Argument(metavar="名单编号", help="jiping pay list 给出的 12 位编号。")]
DayOfAct = Annotated[str | None, typer.Option("--on", metavar="日期", help="在哪一天办理；不写则为今天。")]
BankFormat = Annotated[BankFileKind, typer.Option("--format", help="代发文件的格式。")]
BankEncoding = Annotated[BankFileEncoding, typer.Option("--encoding", help="csv 的编码。")]


def day(text: str | None) -> date | None:
    """Return the day typed after an option, None when there is none.

    Raises JipingError for anything but a date like 2024-12-31.
    """
    return None if text is None else given_day(text)


def given_day(text: str) -> date:
    """Return the day typed after an option that must be given; raises JipingError as `day` does."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise JipingError(f"“{text}”不是日期。", remedy="日期请写成 2024-12-31 的样子。") from None


def today() -> date:
    """Return the day of the call: the one clock of the program, read only here."""
    return date.today()  # noqa: DTZ011, TID251 - office days are local days
