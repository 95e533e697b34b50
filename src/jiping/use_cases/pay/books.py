"""What the programme's own books say was paid before this ledger was begun."""

from pathlib import Path
from typing import Any

import ibis

from jiping.datasets.engine import DUCKDB, open_engine
from jiping.domain.payment import Payee, Payment, PaymentKey
from jiping.domain.payment_list import ListHead
from jiping.payments.due import PERSONS
from jiping.payments.takeover import PaidBefore
from jiping.use_cases.deciding import tables_in
from jiping.use_cases.measure import CODE_VERSION
from jiping.use_cases.pay.business import Business


def paid_before(paying: Business, key: PaymentKey, data: Path) -> tuple[ListHead, tuple[PaidBefore, ...]]:
    """Return the payments of `key` that arrived and were not recovered, oldest first, and from which records that is known.

    Several of the same kind and period, which should not have been, are the turns of the key.
    """
    paths, snapshots = tables_in(data, (paying.payable.ledger, PERSONS), paying.rules)
    engine = open_engine(DUCKDB, paths)
    books, persons = engine.tables[paying.payable.ledger], engine.tables[PERSONS]
    own = books.filter(
        books.person == key.person,
        books.kind == key.kind,
        books.contribution_year == key.period,
        books.credited_on.notnull(),
        books.recovered_on.isnull(),
    )
    named = own.left_join(persons.select("person", "name", "id_number"), "person").order_by(ibis._.paid_on)
    rules, question = paying.rules, paying.question
    head = ListHead(
        question.programme, question.period.year, rules.name, rules.edition, rules.as_of, CODE_VERSION, snapshots
    )
    rows = engine.fetch(named).to_pylist()
    return head, tuple(_paid(row, key._replace(turn=turn)) for turn, row in enumerate(rows, 1))


def _paid(row: dict[str, Any], key: PaymentKey) -> PaidBefore:
    payee = Payee(str(row["name"] or ""), str(row["id_number"] or ""), account="", bank="")
    return PaidBefore(Payment(key, row["amount"], payee), row["approved_on"], row["paid_on"], row["credited_on"])
