"""One edition of the days off work, as a notice arranges them."""

from datetime import date

from jiping.domain.dates import Calendar
from jiping.rulepack.reading.words import Fields
from jiping.rulepack.strict.node import Node


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


def _day(node: Node, first: date, last: date) -> date:
    day = node.day()
    if not first <= day <= last:
        raise node.fault(f"写的 {day} 不在 {first} 至 {last} 之内。", "请核对年份，或移到那一年的安排中。")
    return day
