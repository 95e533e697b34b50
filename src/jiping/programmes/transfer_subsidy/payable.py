"""What is to be paid: new and renewal subsidies, and the allowance of the extended period."""

import ibis
from ibis.expr.types import Table

from jiping.datasets.payable import Payable
from jiping.datasets.question import Question, Tables
from jiping.programmes.transfer_subsidy.benefit import candidates
from jiping.programmes.transfer_subsidy.extension import extension_candidates
from jiping.programmes.transfer_subsidy.people import TABLES


def payable(tables: Tables, question: Question) -> Table:
    """Return what is due on the day of the pack: person, kind, period (the contribution year), amount in fen."""
    due = ibis.union(candidates(tables, question), extension_candidates(tables, question))
    return due.rename(period="contribution_year")


PAYABLE = Payable(
    tables=(*TABLES, "extension_allowances"),
    rows=payable,
    ledger="subsidy_payments",
    publicity_days="ts_publicity_working_days",
    own_card_only="ts_own_card_only",
)
