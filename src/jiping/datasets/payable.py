"""What a programme asks to be paid: rows for a payment list, and the rules about paying them."""

from collections.abc import Callable
from dataclasses import dataclass

from ibis.expr.types import Table

from jiping.datasets.question import Question, Tables


@dataclass(frozen=True, slots=True)
class Payable:
    """`rows` gives what is due on the day of the pack, each combination once: person, kind, period, amount (fen).

    `tables` are those it reads. `ledger` is the table that books what was paid, under person, kind, contribution_year;
    its column `kind` has the words. `publicity_days` and `own_card_only` name entries of the pack: how many working days
    a list is posted before it may be paid, and whether only a person's own account is paid.
    """

    tables: tuple[str, ...]
    rows: Callable[[Tables, Question], Table]
    ledger: str
    publicity_days: str
    own_card_only: str
