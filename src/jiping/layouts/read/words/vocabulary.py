"""What reading needs of a rule pack: level names and value words for plain text, bounds for recognised pictures."""

from collections.abc import Mapping
from dataclasses import dataclass

from jiping.domain.lexicon import Lexicon
from jiping.layouts.read.legibility import Legibility, legibility_of
from jiping.rulepack.names import names_in, usual_names
from jiping.rulepack.pack import RulePack


@dataclass(frozen=True)
class Vocabulary:
    """`level1` gives the usual name of a level-1 label, `level2` the level 1 that a level-2 label belongs under."""

    level1: Mapping[str, str]
    level2: Mapping[str, str]
    lexicon: Lexicon
    legibility: Legibility

    def belongs(self, level2: str | None, level1: str) -> bool:
        """Tell whether a level-2 label usually stands under the label `level1`."""
        return level2 is not None and level2 in self.level2 and self.level2[level2] == self.level1.get(level1)


def vocabulary_of(pack: RulePack) -> Vocabulary:
    """Return the words of `pack`, from its tables `level1_names` and `level2_names` and its lexicon."""
    return Vocabulary(
        level1=usual_names(pack, "level1_names"),
        level2={word: str(row["level1"]) for row in pack.table("level2_names") for word in names_in(row)},
        lexicon=pack.lexicon,
        legibility=legibility_of(pack),
    )
