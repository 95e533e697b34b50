"""A project's money as rows: lines by source, bookings nobody can change, payments on their way, ledgers handed in."""

from jiping.web.funds.models.books import FundLineRecord, PostingRecord, ReceiptRecord
from jiping.web.funds.models.ledger import LedgerRecord, LedgerRowRecord
from jiping.web.funds.models.payment import ApprovalRecord, PaymentRecord

__all__ = [
    "ApprovalRecord",
    "FundLineRecord",
    "LedgerRecord",
    "LedgerRowRecord",
    "PaymentRecord",
    "PostingRecord",
    "ReceiptRecord",
]
