"""The kinds of booking on a project's money."""

from enum import StrEnum


class PostingKind(StrEnum):
    """What a booking says; its fen are positive but for a budget that is cut."""

    INITIAL = "年初预算"
    CHANGE = "预算调剂"
    ARRIVAL = "到账"
    SPENT = "支付"
    CARRIED = "结转下年"
    SURPLUS = "结余上缴"


BUDGET = frozenset({PostingKind.INITIAL, PostingKind.CHANGE})
LEFT = frozenset({PostingKind.CARRIED, PostingKind.SURPLUS})
