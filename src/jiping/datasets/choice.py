"""What the rules leave open and a pack decides (口径), by a word or by yes and no."""

from collections.abc import Sequence

from jiping.domain.errors import PackFault
from jiping.domain.place import Place
from jiping.rulepack.pack import RulePack


def choice(pack: RulePack, name: str, known: Sequence[object]) -> object:
    """Return which of `known` the pack sets. Raises PackFault for another: it would silently mean something else."""
    entry = pack.dated(name)
    if entry.value not in known:
        written = "、".join(str(each).lower() if isinstance(each, bool) else str(each) for each in known)
        raise PackFault(
            f"“{name}”写的“{entry.value}”不认识。",
            remedy=f"可选：{written}。",
            place=Place(entry.file, line=entry.line),
        )
    return entry.value
