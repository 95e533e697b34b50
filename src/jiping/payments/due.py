"""What a programme asks to be paid, with payee and account, and what hinders a payment."""

from collections.abc import Iterator
from enum import StrEnum

import ibis
from ibis.expr.types import Table

from jiping.datasets.engine import Engine
from jiping.datasets.payable import Payable
from jiping.datasets.question import Question, Tables
from jiping.domain.masking import masked
from jiping.domain.payment import Payee, Payment, PaymentKey

PERSONS, ACCOUNTS = "persons", "payee_accounts"
_KEY = ("person", "kind", "period")


class Hindrance(StrEnum):
    """Why something due cannot be put on a list."""

    UNKNOWN = "不在参保人员名册"
    NO_ACCOUNT = "没有登记收款账户"
    NOT_OWN = "收款账户不是本人社会保障卡"
    TWO_NUMBERS = "同一公民身份号码有不止一个个人编号"
    SEALED = "已在封存的名单上"
    RECOVERED = "已全额追回，重新发放须先登记（jiping pay again）"


def tables_of(payable: Payable) -> tuple[str, ...]:
    """Return all tables that a list is drawn up from."""
    return tuple(sorted({*payable.tables, payable.ledger, PERSONS, ACCOUNTS}))


def due(payable: Payable, tables: Tables, question: Question) -> Table:
    """Return what is due and not yet booked as paid, with name, id_number, account, bank, and `hindrance` or null."""
    booked = tables[payable.ledger]
    booked = booked.filter(booked.recovered_on.isnull()).select("person", "kind", period="contribution_year")
    rows = payable.rows(tables, question).anti_join(booked, _KEY)
    payees = tables[PERSONS].select("person", "name", "id_number")
    accounts = tables[ACCOUNTS].select("person", "account", "bank", "own_card")
    for part in (payees, accounts):
        rows = rows.left_join(part, "person").drop("person_right")
    rows = rows.left_join(_numbers(tables[PERSONS]), "id_number").drop("id_number_right")
    own_only = question.pack.setting(payable.own_card_only) is True
    hindrance = ibis.cases(
        (rows.name.isnull(), Hindrance.UNKNOWN.value),
        (rows.numbers.notnull(), Hindrance.TWO_NUMBERS.value),
        (rows.account.isnull(), Hindrance.NO_ACCOUNT.value),
        (~rows.own_card.coalesce(False) & own_only, Hindrance.NOT_OWN.value),
    )
    return rows.filter(rows.amount > 0).mutate(hindrance=hindrance)


def _numbers(persons: Table) -> Table:
    """Return every id_number that has several person numbers, with the first and the last of them in `numbers`."""
    groups = persons.group_by("id_number").agg(first=persons.person.min(), last=persons.person.max())
    several = groups.filter(groups.first != groups.last)
    numbers = several.first.cast("string") + "、" + several["last"].cast("string")
    return several.select("id_number", numbers=numbers)


def payments(rows: Table, engine: Engine) -> Iterator[Payment]:
    """Yield the rows nothing hinders, in the order of their keys."""
    free = rows.filter(rows.hindrance.isnull()).order_by(_KEY)
    for row in engine.stream(free):
        payee = Payee(row["name"], row["id_number"], row["account"], row["bank"])
        amount = int(row["amount"])  # a sum comes as a wider whole number on some engines
        yield Payment(PaymentKey(row["person"], row["kind"], row["period"]), amount, payee)


def doubled(rows: Table, engine: Engine) -> dict[int, str]:
    """Return of every person held back as one citizen with several numbers which numbers these are."""
    held = rows.filter(rows.hindrance == Hindrance.TWO_NUMBERS.value)
    held = held.select("person", "id_number", "numbers").distinct().order_by("person")
    return {
        row["person"]: f"个人编号 {row['numbers']} 的公民身份号码都是 {masked(row['id_number'])}"
        for row in engine.stream(held)
    }


def hindered(rows: Table, engine: Engine) -> dict[Hindrance, int]:
    """Return how many payments each hindrance holds back."""
    groups = rows.filter(rows.hindrance.notnull()).group_by("hindrance").aggregate(n=lambda t: t.count())
    return {Hindrance(row["hindrance"]): row["n"] for row in engine.stream(groups.order_by("hindrance"))}
