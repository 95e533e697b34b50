"""The levels under which the rows of a text stand: each holds until the next label, and a label may come late."""

from dataclasses import dataclass, replace

from jiping.domain.filing import Indicator
from jiping.layouts.read.text.label import Labelled
from jiping.layouts.read.words.vocabulary import Vocabulary


@dataclass
class Levels:
    """The levels of the row about to be added to `rows`."""

    rows: list[Indicator]
    vocabulary: Vocabulary
    level1: str | None = None
    level2: str | None = None
    carried: bool = False  # whether the row above has its level 1 from rows above it

    def take(self, labelled: Labelled) -> None:
        """Take the labels before a row."""
        if labelled.level1 is not None:
            self.claim(labelled.level1)
            self.level2 = labelled.level2 or (self.level2 if self.carried else None)
            self.level1, self.carried = labelled.level1, False
            return
        self.level2 = labelled.level2 or self.level2
        self.carried = True

    def claim(self, level1: str) -> None:
        """Give a label that came late (set in the middle of its merged cell) to the rows above that are its own."""
        for at in reversed(range(len(self.rows))):
            row = self.rows[at]
            if row.level1 == level1 or not (row.level1 is None or self.vocabulary.belongs(row.level2, level1)):
                return
            self.rows[at] = replace(row, level1=level1)
