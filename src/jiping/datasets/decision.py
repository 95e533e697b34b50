"""Decisions on persons: which conditions of which entitlements hold, kept as bits, and what changed between two days."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from ibis.expr.types import Table

from jiping.datasets.condition import Condition, failed_bits
from jiping.datasets.question import Question, Tables


@dataclass(frozen=True, slots=True)
class Entitlement:
    """One thing a person may be due, and the conditions for it. Its decision is the column `<kind>_failed`.

    A `guard` grants nothing itself: whoever is due something must pass it too before anything is paid.
    """

    kind: str
    title: str
    conditions: tuple[Condition, ...]
    guard: bool = False

    @property
    def failed(self) -> str:
        return f"{self.kind}_failed"

    @property
    def changed(self) -> str:
        return f"{self.kind}_changed"


def itself(question: Question) -> Question:
    """Return the question as it is asked."""
    return question


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a programme decides about persons, or about projects.

    `people` gives the rows decided on, each told from the others by `key`, from the tables named; `asked` is the column
    a decision is asked by. `headings` is the pack's table (name, heading, shown as) of what the columns are called,
    `choices` that (value, word) of how its rules may be set. Of whom a decision is, the columns `who` of the table
    `register` tell; of which of his rows, the columns `told`. A change in one of `watched` is told before payment although
    no condition looks at it. `about` turns the question into the one the conditions are asked.
    """

    tables: tuple[str, ...]
    people: Callable[[Tables, Question], Table]
    entitlements: tuple[Entitlement, ...]
    headings: str
    choices: str | None = None
    asked: str = "person"
    key: tuple[str, ...] = ("person",)
    register: str = "persons"
    who: tuple[str, ...] = ("name", "id_number")
    told: tuple[str, ...] = ()
    watched: tuple[str, ...] = ()
    about: Callable[[Question], Question] = itself

    def judged(self, tables: Tables, question: Question) -> Table:
        """Return the rows of `people` with one column of failed conditions for each entitlement: 0 is granted."""
        return judge_each(self.people(tables, question), self.entitlements, question)


def judge_each(people: Table, entitlements: Sequence[Entitlement], question: Question) -> Table:
    """Return `people` with one column of failed conditions for each entitlement: 0 is granted."""
    return people.mutate(**{each.failed: failed_bits(people, each.conditions, question) for each in entitlements})


def recheck(before: Table, after: Table, offer: Decisions) -> Table:
    """Return the rows granted something in one of two judged tables, and decided differently in them, or altered.

    For each entitlement there is `<kind>_changed`, whose bit i is set when condition i turned, and `<kind>_failed` as it
    is now. Who is missing from one of the tables meets no condition there. `<column>_altered` tells of watched columns.
    """
    each_failed = [each.failed for each in offer.entitlements]
    columns = [*offer.key, *each_failed, *offer.watched]
    pairs = before.select(columns).outer_join(after.select(columns), list(offer.key), rname="now_{name}")
    none_met = {each.failed: (1 << len(each.conditions)) - 1 for each in offer.entitlements}
    old = {name: pairs[name].coalesce(none_met[name]) for name in each_failed}
    now = {name: pairs[f"now_{name}"].coalesce(none_met[name]) for name in each_failed}
    grants = [each.failed for each in offer.entitlements if not each.guard]
    both = pairs[offer.key[0]].notnull() & pairs[f"now_{offer.key[0]}"].notnull()
    compared = pairs.select(
        **{name: pairs[name].coalesce(pairs[f"now_{name}"]) for name in offer.key},
        granted=reduce(or_, [(state[name] == 0) for state in (old, now) for name in grants]),
        **{each.changed: old[each.failed] ^ now[each.failed] for each in offer.entitlements},
        **now,
        **{altered(name): both & ~pairs[name].identical_to(pairs[f"now_{name}"]) for name in offer.watched},
    )
    turned = [compared[each.changed] != 0 for each in offer.entitlements]
    return compared.filter(
        compared.granted, reduce(or_, [*turned, *(compared[altered(name)] for name in offer.watched)])
    )


def altered(column: str) -> str:
    """Return the name of the column that tells whether a watched one is another now."""
    return f"{column}_altered"
