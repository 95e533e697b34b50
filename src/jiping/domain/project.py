"""The stages of a project's set-up, of a change to its targets and of a payment; a row stands in exactly one."""

from enum import StrEnum


class ProjectState(StrEnum):
    """Where the set-up of a project stands."""

    DRAFT = "编制中"
    SUBMITTED = "待审批"
    APPROVED = "已批准"
    RETURNED = "已退回"


class ChangeState(StrEnum):
    """Where a mid-year change of targets stands."""

    ASKED = "待审批"
    APPROVED = "已批准"
    REFUSED = "不同意"


class PaymentState(StrEnum):
    """Where a payment stands; only a returned one no longer binds money."""

    ASKED = "待审批"
    APPROVED = "待支付"
    PAID = "已支付"
    RETURNED = "已退回"


class ImportState(StrEnum):
    """Where a ledger that was handed in stands."""

    WAITING = "待确认"
    BOOKED = "已入账"
    WITHDRAWN = "已作废"


BINDING = frozenset({PaymentState.ASKED, PaymentState.APPROVED, PaymentState.PAID})
PREPARED = frozenset({ProjectState.DRAFT, ProjectState.RETURNED})
