"""The keys of what is noted about a filing: doubts of its reading, its foot, answers to findings."""

from datetime import date
from typing import Any

from jiping.domain.doubt import Confidence, Doubt, Figure
from jiping.domain.filing import SignOff, Waiver
from jiping.exchange.keys.place import PLACE
from jiping.exchange.record import REQUIRED, Key, Listing, Record
from jiping.exchange.scalar import DAY, SAID, TEXT, one_of

DOUBT = Record(
    Doubt,
    (
        Key("where", TEXT, "哪一栏、哪一行", REQUIRED),
        Key("text", TEXT, "读出的内容", REQUIRED),
        Key("why", TEXT, "为什么存疑", REQUIRED),
        Key("confidence", one_of(Confidence), "可信程度：medium 较可信，low 不可信", REQUIRED),
        Key("place", PLACE, "在原文件中的位置"),
        Key("figures", Listing(one_of(Figure)), "哪些数因此不能用来计算", ()),
    ),
)

SIGN_OFF = Record(
    SignOff,
    (
        Key("head", TEXT, "单位负责人"),
        Key("preparer", TEXT, "填表人"),
        Key("phone", TEXT, "联系电话"),
        Key("dated", TEXT, "填报日期"),
    ),
)


# YAML takes a bare `on` for a truth value, so the key of that field is `date`
def _waiver(*, date: date, **rest: Any) -> Waiver:
    return Waiver(on=date, **rest)


def _waiver_parts(waiver: Waiver) -> dict[str, object]:
    return {name if name != "on" else "date": getattr(waiver, name) for name in Waiver.__slots__}


WAIVER = Record(
    _waiver,
    (
        Key("code", TEXT, "校核规则编号", REQUIRED),
        Key("reason", SAID, "不改的理由", REQUIRED),
        Key("person", SAID, "说明人", REQUIRED),
        Key("date", DAY, "说明日期", REQUIRED),
        Key("where", TEXT, "所指位置，不写表示该规则的全部意见"),
    ),
    _waiver_parts,
)
