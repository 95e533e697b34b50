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
    """One thing a person may be due, and the conditions for it. Its decision is the column `<kind>_failed`."""

    kind: str
    title: str
    conditions: tuple[Condition, ...]

    @property
    def failed(self) -> str:
        return f"{self.kind}_failed"


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a programme decides about persons.

    `people` gives one row a person, keyed by `person`, from the tables named. `headings` is the pack's table (name,
    heading) of what the columns are called.
    """

    tables: tuple[str, ...]
    people: Callable[[Tables, Question], Table]
    entitlements: tuple[Entitlement, ...]
    headings: str


def judge_each(people: Table, entitlements: Sequence[Entitlement], question: Question) -> Table:
    """Return `people` with one column of failed conditions for each entitlement: 0 is granted."""
    return people.mutate(**{each.failed: failed_bits(people, each.conditions, question) for each in entitlements})


def recheck(before: Table, after: Table, entitlements: Sequence[Entitlement]) -> Table:
    """Return the persons decided differently in two judged tables of the same people.

    For each entitlement there is `<kind>_changed`, whose bit i is set when condition i turned, and `<kind>_failed` as it
    is now. Who is only in one of the tables is there with every condition of the other taken as not met.
    """
    columns = [each.failed for each in entitlements]
    pairs = before.select("person", *columns).outer_join(after.select("person", *columns), "person", rname="now_{name}")
    met = {each.failed: (1 << len(each.conditions)) - 1 for each in entitlements}
    now = {name: pairs[f"now_{name}"].coalesce(none) for name, none in met.items()}
    compared = pairs.select(
        person=pairs.person.coalesce(pairs.now_person),
        **{
            f"{each.kind}_changed": pairs[each.failed].coalesce(met[each.failed]) ^ now[each.failed]
            for each in entitlements
        },
        **now,
    )
    return compared.filter(reduce(or_, [compared[f"{each.kind}_changed"] != 0 for each in entitlements]))
