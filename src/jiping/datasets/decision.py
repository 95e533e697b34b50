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


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a programme decides about persons.

    `people` gives one row a person, keyed by `person`, from the tables named. `headings` is the pack's table (name,
    heading) of what the columns are called, `choices` that (value, word) of how its rules may be set.
    """

    tables: tuple[str, ...]
    people: Callable[[Tables, Question], Table]
    entitlements: tuple[Entitlement, ...]
    headings: str
    choices: str


def judge_each(people: Table, entitlements: Sequence[Entitlement], question: Question) -> Table:
    """Return `people` with one column of failed conditions for each entitlement: 0 is granted."""
    return people.mutate(**{each.failed: failed_bits(people, each.conditions, question) for each in entitlements})


def recheck(before: Table, after: Table, entitlements: Sequence[Entitlement]) -> Table:
    """Return the persons due something in one of two judged tables of the same people, and decided differently in them.

    For each entitlement there is `<kind>_changed`, whose bit i is set when condition i turned, and `<kind>_failed` as it
    is now. Who is missing from one of the tables meets no condition there.
    """
    columns = [each.failed for each in entitlements]
    pairs = before.select("person", *columns).outer_join(after.select("person", *columns), "person", rname="now_{name}")
    none_met = {each.failed: (1 << len(each.conditions)) - 1 for each in entitlements}
    old = {each.failed: pairs[each.failed].coalesce(none_met[each.failed]) for each in entitlements}
    now = {each.failed: pairs[f"now_{each.failed}"].coalesce(none_met[each.failed]) for each in entitlements}
    grants = [each.failed for each in entitlements if not each.guard]
    compared = pairs.select(
        person=pairs.person.coalesce(pairs.now_person),
        due=reduce(or_, [(state[name] == 0) for state in (old, now) for name in grants]),
        **{each.changed: old[each.failed] ^ now[each.failed] for each in entitlements},
        **now,
    )
    return compared.filter(compared.due, reduce(or_, [compared[each.changed] != 0 for each in entitlements]))
