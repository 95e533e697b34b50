"""One named condition of an entitlement (资格条件)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

import ibis
from ibis.expr.types import BooleanValue, IntegerValue, Table

from jiping.datasets.question import Question

Holds = Callable[[Table, Question], BooleanValue]


@dataclass(frozen=True, slots=True)
class Condition:
    """`title` is what must hold, as a sentence; `remedy` what would change a refusal. Both are for the person concerned.

    `sees` names the columns of the people it looks at, and `entries` the pack's entries it rests on, for a decision to show.
    """

    code: str
    title: str
    remedy: str
    basis: str
    holds: Holds
    sees: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()


def condition(
    code: str, basis: str, sees: tuple[str, ...] = (), entries: tuple[str, ...] = ()
) -> Callable[[Holds], Condition]:
    """Make a condition of a function. Its docstring is two paragraphs: what must hold, and what would change a refusal."""

    def declare(holds: Holds) -> Condition:
        title, _, remedy = (holds.__doc__ or "").strip().partition("\n")
        return Condition(code, title.strip(), " ".join(remedy.split()), basis, holds, sees, entries)

    return declare


def judge(people: Table, conditions: Sequence[Condition], question: Question) -> Table:
    """Return `people` with `failed`, whose bit i is set when condition i does not hold, and `eligible`.

    A condition on a missing value counts as not met: it fails closed, and its bit says so.
    """
    judged = people.mutate(failed=failed_bits(people, conditions, question))
    return judged.mutate(eligible=judged.failed == 0)


def failed_bits(people: Table, conditions: Sequence[Condition], question: Question) -> IntegerValue:
    """Return the column of `judge` on its own: bit i is set when condition i does not hold, or its value is missing."""
    bits: list[IntegerValue] = [
        ibis.ifelse(each.holds(people, question), 0, 1 << place) for place, each in enumerate(conditions)
    ]
    return reduce(add, bits).cast("int64")


def failing(failed: int, conditions: Sequence[Condition]) -> tuple[Condition, ...]:
    """Return the conditions whose bits are set in `failed`, in the order they were judged."""
    return tuple(each for place, each in enumerate(conditions) if failed >> place & 1)
