"""Text whose figures remember the facts they quote."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jiping.domain.errors import PackFault
from jiping.domain.filing import BoundNumber

_SLOT = re.compile(r"\{([a-z][a-z0-9_]*)\}")


@dataclass(frozen=True, slots=True)
class Prose:
    """A text and the numbers bound in it, in order."""

    text: str
    bound: tuple[BoundNumber, ...] = ()

    def __add__(self, other: "Prose") -> "Prose":
        moved = (BoundNumber(each.fact, each.text, each.start + len(self.text)) for each in other.bound)
        return Prose(self.text + other.text, (*self.bound, *moved))


def quoting(fact: str, text: str) -> Prose:
    """Return the text of a fact, bound to it."""
    return Prose(text, (BoundNumber(fact, text, 0),))


def fill(template: str, words: Mapping[str, Prose]) -> Prose:
    """Return the template with each `{name}` replaced. Raises PackFault for a name that nothing stands behind."""
    prose = Prose("")
    for number, piece in enumerate(_SLOT.split(template)):
        if number % 2 == 0:
            prose += Prose(piece)
        elif piece in words:
            prose += words[piece]
        else:
            raise PackFault(
                f"草稿模板里的“{{{piece}}}”没有对应的数据。",
                why="照此起草会留下无法填写的空白。",
                remedy=f"可用的名称：{'、'.join(words)}。",
            )
    return prose


def join(pieces: Iterable[Prose], between: str) -> Prose:
    """Return the pieces one after another with `between` in the gaps."""
    first, *rest = [*pieces] or [Prose("")]
    for piece in rest:
        first += Prose(between) + piece
    return first
