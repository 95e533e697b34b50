"""What may be wrong with a row of the roster, and what then becomes of its statement."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pyarrow.compute as pc

from jiping.printing.roster import POSTCODE
from jiping.statements.columns import BALANCES


class Fate(StrEnum):
    """What becomes of a statement something was found about."""

    HELD = "暂不打印"
    COUNTER = "窗口领取"
    NOTED = "照常打印"


@dataclass(frozen=True, slots=True)
class Check:
    """`finds` takes the roster's rows and answers a mask, true where it strikes."""

    title: str
    fate: Fate
    why: str
    finds: Callable[[Any], Any]


def _blank(column: Any) -> Any:
    return pc.equal(pc.utf8_length(pc.utf8_trim_whitespace(pc.fill_null(column, ""))), 0)


def _trimmed(rows: Any) -> Any:
    return pc.utf8_trim_whitespace(pc.fill_null(rows.column("postcode"), ""))


def _repeated(column: Any) -> Any:
    counts = column.value_counts()
    values, times = counts.field(0), counts.field(1)
    return pc.is_in(column, value_set=values.filter(pc.greater(times, 1)))


def _negative(rows: Any) -> Any:
    mask = pc.less(rows.column(BALANCES[0]), 0)
    for name in BALANCES[1:]:
        mask = pc.or_(mask, pc.fill_null(pc.less(rows.column(name), 0), False))
    return mask


CHECKS = (
    Check("没有姓名", Fate.HELD, "参保登记里没有姓名，请补录。", lambda rows: _blank(rows.column("name"))),
    Check(
        "重复",
        Fate.HELD,
        "同一人或同一单号有不止一份，请查明哪一份是对的。",
        lambda rows: pc.or_(_repeated(rows.column("person")), _repeated(rows.column("statement_number"))),
    ),
    Check("金额为负", Fate.HELD, "年初、本金、利息或年末储存额为负，请先核对账户。", _negative),
    Check(
        "已死亡",
        Fate.HELD,
        "业务年度以后死亡，账户由继承人申请结清，不再寄给本人。",
        lambda rows: rows.column("died_on").is_valid(),
    ),
    Check(
        "没有地址或邮编",
        Fate.COUNTER,
        "不能投递，另成一册，到窗口领取；请补录地址。",
        lambda rows: pc.or_(_blank(rows.column("postcode")), _blank(rows.column("address"))),
    ),
    Check(
        "邮编不是六位数字",
        Fate.COUNTER,
        "不能投递，另成一册，到窗口领取；请改正邮编。",
        lambda rows: pc.invert(
            pc.or_(_blank(rows.column("postcode")), pc.match_substring_regex(_trimmed(rows), POSTCODE))
        ),
    ),
    Check(
        "全年没有缴费",
        Fate.NOTED,
        "十二个月都没有到账，请核对是否漏记。",
        lambda rows: pc.equal(pc.fill_null(rows.column("paid_months"), 0), 0),
    ),
)
