"""The choices the rules leave open, read from the pack; a word nobody knows is refused."""

from collections.abc import Mapping

from jiping.datasets.question import Question
from jiping.domain.errors import PackFault
from jiping.domain.place import Place

_KNOWN: Mapping[str, tuple[object, ...]] = {
    "ps_interest_policy": ("last_known", "blank", "june_close"),
    "ps_interest_method": ("monthly", "yearly", "none"),
    "ps_exclude_deceased": (True, False),
    "ps_exclude_transferred": (True, False),
    "ps_exclude_electronic": (True, False),
    "ps_event_month_counts": (True, False),
}


def choice(question: Question, name: str) -> object:
    """Return the pack's choice for `name`. Raises PackFault for another word: it would silently mean something."""
    entry = question.pack.dated(name)
    if entry.value not in _KNOWN[name]:
        written = "、".join(str(each).lower() if isinstance(each, bool) else str(each) for each in _KNOWN[name])
        raise PackFault(
            f"“{name}”写的“{entry.value}”不认识。",
            remedy=f"可选：{written}。",
            place=Place(entry.file, line=entry.line),
        )
    return entry.value
