"""What is to be paid: new and renewal subsidies, and the allowance of the extended period."""

import ibis
from ibis.expr.types import Table

from jiping.datasets.payable import Payable
from jiping.datasets.question import Question, Tables
from jiping.programmes.transfer_subsidy.benefit import qualified
from jiping.programmes.transfer_subsidy.extension import extension_due
from jiping.programmes.transfer_subsidy.people import CLAIM_TABLES
from jiping.programmes.transfer_subsidy.policy import policy_of

_COLUMNS = ("person", "kind", "period", "amount")


def payable(tables: Tables, question: Question) -> Table:
    """Return what is due on the day of the pack: person, kind, period (the contribution year), amount in fen.

    Who died by then, or left since the review day, is not among them; what was paid already, and to which account, is
    asked of the payment list.
    """
    due = qualified(tables, question)
    subsidies = due.filter(~due.gone).rename(period="contribution_year").select(*_COLUMNS)
    year = ibis.literal(policy_of(question).year, "int64")
    persons = tables["persons"]
    dead = persons.filter(persons.died_on <= question.pack.as_of)
    living = extension_due(tables, question).anti_join(dead, "person")
    cases = living.mutate(kind=ibis.literal("extension"), period=year)
    return subsidies.union(cases.filter(cases.amount > 0).select(*_COLUMNS))


PAYABLE = Payable(
    tables=(*CLAIM_TABLES, "extension_allowances"),
    rows=payable,
    ledger="subsidy_payments",
    publicity_days="ts_publicity_working_days",
    own_card_only="ts_own_card_only",
)
