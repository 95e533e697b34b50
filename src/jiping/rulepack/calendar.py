"""The days off work a pack knows: each edition of `calendar` is the arrangement of one span, together they are one calendar."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import cast

from jiping.domain.dates import Calendar
from jiping.domain.errors import PackFault
from jiping.domain.place import Place
from jiping.rulepack.node import Node
from jiping.rulepack.pack import RulePack
from jiping.rulepack.payload_words import Fields
from jiping.rulepack.provenance import Dated


def read_calendar(fields: Fields) -> Calendar:
    """Return the days off and the make-up days of one edition; its days are those the edition is in force."""
    if "until" not in fields:
        raise fields["from"].fault("没有写最后一天。", "放假安排按年通知，请写明 until，如 until: 2024-12-31。")
    first, last = fields["from"].day(), fields["until"].day()
    holidays = [_day(node, first, last) for node in fields["holidays"].list()]
    make_up_days = [_day(node, first, last) for node in fields["make_up_days"].list()]
    for day, node in zip(make_up_days, fields["make_up_days"].list(), strict=True):
        if day in holidays:
            raise node.fault(f"写的 {day} 同时列为放假。", "请核对通知原文，只保留一处。")
    return Calendar(frozenset(holidays), frozenset(make_up_days), first, last)


def calendar_of(pack: RulePack) -> Calendar:
    """Return the calendar over every edition, whatever day the pack is of: a term may end in another year."""
    editions = cast("Sequence[Dated[Calendar]]", pack.entries["calendar"])
    for earlier, later in pairwise(editions):
        if later.value.first - earlier.value.last != timedelta(days=1):
            raise PackFault(
                f"{earlier.value.last} 与 {later.value.first} 之间没有放假安排。",
                remedy="请补上中间年份的放假安排。",
                place=Place(later.file, line=later.line),
            )
    calendars = [each.value for each in editions]
    return Calendar(
        holidays=frozenset().union(*(each.holidays for each in calendars)),
        make_up_days=frozenset().union(*(each.make_up_days for each in calendars)),
        first=calendars[0].first,
        last=calendars[-1].last,
    )


def _day(node: Node, first: date, last: date) -> date:
    day = node.day()
    if not first <= day <= last:
        raise node.fault(f"写的 {day} 不在 {first} 至 {last} 之内。", "请核对年份，或移到那一年的安排中。")
    return day
