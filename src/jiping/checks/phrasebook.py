"""The phrase tables of a pack, each turned into one pattern once per pack."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from jiping.checks.prose import occurrences
from jiping.domain.filing import Section
from jiping.domain.words import alternatives
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import Row, texts
from jiping.scoring.score import Evaluation


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """A table whose rows are recognised by their `words` (literal) or their `pattern`; an earlier row wins.

    `by_word` is empty where a row has a pattern: then only trying one row after the other tells whose the words are.
    """

    pattern: re.Pattern[str]
    rows: tuple[tuple[re.Pattern[str], Row], ...]
    by_word: Mapping[str, Row]

    def row(self, match: re.Match[str]) -> Row:
        """Return the row that a match of `pattern` belongs to."""
        known = self.by_word.get(match.group())
        return known or next(row for own, row in self.rows if own.match(match.string, match.start()))

    def hits(self, text: str) -> Iterator[tuple[str, Row]]:
        """Yield the words found in `text`, each with its row."""
        return ((match.group(), self.row(match)) for match in self.pattern.finditer(text))

    def occurrences(self, evaluation: Evaluation) -> Iterator[tuple[Section, str, Row]]:
        """Yield the words found in the narrative, each with its section and its row."""
        found = occurrences(self.pattern, evaluation)
        return ((section, match.group(), self.row(match)) for section, match in found)


@lru_cache(maxsize=512)
def phrasebook(pack: RulePack, entry: str) -> Phrasebook:
    """Return the table `entry` ready to be searched for.

    The arms of all rows stand side by side without groups: where each begins with a literal character, the engine
    skips to the next such character instead of trying every row at every place.
    """
    rows = pack.table(entry)
    arms = [str(row["pattern"]) if "pattern" in row else alternatives(texts(row, "words")) for row in rows]
    own = tuple((re.compile(arm), row) for arm, row in zip(arms, rows, strict=True))
    literal = () if any("pattern" in row for row in rows) else reversed(rows)
    by_word = {word: row for row in literal for word in texts(row, "words")}
    return Phrasebook(re.compile("|".join(arms) or r"(?!)"), own, by_word)
