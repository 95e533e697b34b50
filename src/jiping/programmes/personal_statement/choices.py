"""The choices the rules leave open, read from the pack; a word nobody knows is refused."""

from collections.abc import Mapping

from jiping.datasets.choice import choice as chosen
from jiping.datasets.question import Question

_KNOWN: Mapping[str, tuple[object, ...]] = {
    "ps_interest_policy": ("last_known", "blank", "june_close"),
    "ps_interest_method": ("monthly", "yearly", "none"),
    "ps_exclude_deceased": (True, False),
    "ps_exclude_transferred": (True, False),
    "ps_exclude_electronic": (True, False),
    "ps_event_month_counts": (True, False),
}


def choice(question: Question, name: str) -> object:
    """Return the pack's choice for `name`. Raises PackFault for another word."""
    return chosen(question.pack, name, _KNOWN[name])
