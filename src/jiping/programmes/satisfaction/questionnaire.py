"""What respondents are asked, as the pack words it."""

from dataclasses import dataclass
from functools import lru_cache

from jiping.domain.errors import PackFault
from jiping.domain.place import Place
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import number


@dataclass(frozen=True, slots=True)
class Item:
    """One question: the code its answers are filed under, and its words."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that may be ticked: whether it counts as satisfied, and what it is worth out of a hundred."""

    label: str
    satisfied: bool
    points: int


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """All items, each with the same options. `deciding` is the item from which satisfaction is computed."""

    items: tuple[Item, ...]
    options: tuple[Option, ...]
    deciding: Item

    def page(self) -> str:
        """Return the questionnaire as a page to hand out; nothing on it tells who fills it in."""
        ticks = "　".join(f"□ {each.label}" for each in self.options)
        asked = [f"{place}. {each.text}（题号：{each.code}）\n   {ticks}\n" for place, each in enumerate(self.items, 1)]
        return "\n".join(("本问卷不记名，每题只选一项。", "", *asked))


@lru_cache(maxsize=8)
def questionnaire_of(pack: RulePack) -> Questionnaire:
    """Return the questionnaire of a pack. Raises PackFault when it decides by a question or by weights it does not have."""
    items = tuple(Item(str(row["code"]), str(row["text"])) for row in pack.table("sv_questions"))
    rows, weights = pack.table("sv_options"), str(pack.setting("sv_weights"))
    if any(weights not in row for row in rows):
        raise _unknown(pack, "sv_weights", weights, [name for name in rows[0] if name not in ("option", "satisfied")])
    options = tuple(Option(str(row["option"]), row["satisfied"] is True, int(number(row, weights))) for row in rows)
    code = str(pack.setting("sv_satisfaction_question"))
    deciding = next((each for each in items if each.code == code), None)
    if deciding is None:
        raise _unknown(pack, "sv_satisfaction_question", code, [each.code for each in items])
    return Questionnaire(items, options, deciding)


def _unknown(pack: RulePack, entry: str, word: str, known: list[str]) -> PackFault:
    written = pack.dated(entry)
    return PackFault(
        f"{entry} 写的“{word}”不在问卷里。",
        remedy=f"请写其中之一：{'、'.join(known)}。",
        place=Place(written.file, line=written.line),
    )
