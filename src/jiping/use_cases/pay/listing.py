"""Draw up a payment list, and post it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from jiping.datasets.engine import DUCKDB
from jiping.domain.errors import JipingError
from jiping.domain.payment_list import ListHead
from jiping.payments.again import numbered
from jiping.payments.draft import Draft, find_draft, write_draft
from jiping.payments.due import Hindrance, doubled, due, hindered, payments
from jiping.payments.ledger import ledger, together
from jiping.payments.notice import HEADINGS, last_day, post
from jiping.payments.notice import rows as notice_rows
from jiping.payments.sheet import csv_pieces
from jiping.rulepack.calendar import calendar_of
from jiping.use_cases.measure import CODE_VERSION
from jiping.use_cases.output import put_pieces
from jiping.use_cases.pay.business import business, business_of
from jiping.use_cases.pay.unsealed import Earlier, unsealed

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Listed:
    """A list drawn up, and how many payments due could not be put on it, by reason.

    `doubled` tells of those held back because one citizen has several person numbers which these are.
    """

    draft: Draft
    hindered: Mapping[Hindrance, int]
    doubled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Posted:
    """A notice: from when to when, and its file."""

    first: date
    last: date
    file: Path


def draw_up(
    name: str,
    year: int,
    on: date,
    data: Path,
    pack: str,
    *,
    engine: str = DUCKDB,
    folders: Sequence[Path] = (),
    tell: Callable[[str], None] = lambda _: None,
) -> Listed:
    """Write what the programme pays in `year`, as due on the day `on`, as a list into the data folder.

    Raises JipingError when nothing is due, or nothing that can be paid.
    """
    paying = business(name, year, pack, on, folders)
    tell("打开业务数据")
    opened, snapshots = paying.open(data, engine)
    head = ListHead(name, year, pack, paying.rules.edition, on, CODE_VERSION, snapshots)
    tell("核定应发")
    rows = due(paying.payable, opened.tables, paying.question)
    found = Earlier([], [], [])
    with ledger(data) as con:
        draft = write_draft(data, head, unsealed(con, name, numbered(con, name, payments(rows, opened)), found))
    held = Counter(hindered(rows, opened))
    held.update(found.counts())
    told_of = tuple(dict.fromkeys((*doubled(rows, opened).values(), *found.other)))
    made = Listed(draft, +held, told_of)
    if not made.draft.list.count:
        told = "；".join(f"{why} {n} 笔" for why, n in made.hindered.items())
        raise JipingError(
            f"{year} 年到 {on} 没有可以发放的。",
            why=f"应发而不能列入名单的：{'；'.join((told, *made.doubled[:_SHOWN]))}。"
            if told
            else "应发的已在台账上，或没有人符合条件。",
            remedy="请核对年度、日期和数据；一个人为什么不发，用 jiping decide 查看。",
        )
    return made


def publish(number: str, on: date, data: Path, out: Path, folders: Sequence[Path] = ()) -> Posted:
    """Write the list as everybody may read it to the folder `out`, and book that it is posted since `on`.

    A list posted before keeps its first day.
    """
    draft = find_draft(data, number)
    paying = business_of(draft.list.head, on, folders)
    days, calendar = paying.publicity_days, calendar_of(paying.rules)
    last_day(on, days, calendar)  # refused before anything is booked
    with ledger(data) as con, together(con):  # a notice that could not be written was not posted
        first = post(con, draft.list, on)
        last = last_day(first, days, calendar)
        title = f"{paying.programme.title}发放公示名单"
        above = ((title,), (f"公示期：{first} 至 {last}（{days} 个工作日）；名单编号 {draft.list.id}",), HEADINGS)
        rows = chain(above, notice_rows(draft, paying.kinds))
        return Posted(first, last, put_pieces(out / f"公示名单-{draft.list.id}.csv", csv_pieces(rows)))
