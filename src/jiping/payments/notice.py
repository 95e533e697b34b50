"""The public notice before payment (公示): when a draft was posted, and what of it everybody may read."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from jiping.datasets.privacy import hidden
from jiping.domain.dates import Calendar
from jiping.domain.errors import JipingError
from jiping.domain.payment_list import PaymentList
from jiping.domain.table import ColumnKind
from jiping.payments.draft import Draft
from jiping.payments.ledger import Connection
from jiping.payments.yuan import yuan

HEADINGS = ("序号", "姓名", "公民身份号码", "种类", "年度", "金额（元）")


def post(con: Connection, posted: PaymentList, day: date) -> date:
    """Book that the draft is posted since `day`, and return that day, or the earlier one booked before.

    Raises JipingError for a day before the list was drawn up.
    """
    _require_drawn_up(posted, day)
    con.execute("INSERT INTO notices VALUES (?, ?) ON CONFLICT DO NOTHING", (posted.sha256, day.isoformat()))
    booked = posted_since(con, posted)
    assert booked is not None  # noqa: S101 - it was just booked
    return booked


def posted_since(con: Connection, posted: PaymentList) -> date | None:
    row = con.execute("SELECT posted_on FROM notices WHERE draft = ?", (posted.sha256,)).fetchone()
    return None if row is None else date.fromisoformat(row["posted_on"])


def last_day(posted_on: date, working_days: int, calendar: Calendar) -> date:
    """Return the last day of the notice; the day it is put up is not counted."""
    return calendar.add_working_days(posted_on, working_days)


def require_posted(posted: PaymentList, since: date | None, working_days: int, calendar: Calendar, on: date) -> None:
    """Raise JipingError unless the list was drawn up, and has been posted for its term, before the day `on`."""
    _require_drawn_up(posted, on)
    if not working_days:
        return
    if since is None:
        raise JipingError(
            f"名单 {posted.id} 还没有公示。",
            why=f"发放前须公示 {working_days} 个工作日。",
            remedy=f"请先运行 jiping pay publish {posted.id}，写出公示名单并登记公示日期。",
        )
    end = last_day(since, working_days, calendar)
    if on <= end:
        raise JipingError(
            f"名单 {posted.id} 从 {since} 起公示，到 {end} 才满 {working_days} 个工作日。",
            remedy=f"请在 {end + timedelta(days=1)} 或以后封存（--on）。",
        )


def _require_drawn_up(posted: PaymentList, day: date) -> None:
    if day < posted.head.as_of:
        raise JipingError(
            f"{day} 还没有名单 {posted.id}，它按 {posted.head.as_of} 的情况生成。",
            why="把日期写早了，公示就不足规定的天数。",
            remedy="请核对 --on 写的日期。",
        )


def rows(draft: Draft, kinds: Mapping[str, str]) -> Iterator[tuple[str | int, ...]]:
    """Yield what is posted of each payment: names and numbers masked, no account."""
    for number, each in enumerate(draft.payments(), 1):
        payee = each.payee
        name, id_number = hidden(payee.name, ColumnKind.TEXT), hidden(payee.id_number, ColumnKind.ID_NUMBER)
        yield number, name, id_number, kinds.get(each.key.kind, each.key.kind), each.key.period, yuan(each.amount)
