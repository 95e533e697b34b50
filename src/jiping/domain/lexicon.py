"""The words a value may be written in. The words themselves live in rule packs; here is only their shape."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from jiping.domain.words import any_of


@dataclass(frozen=True)
class Tier:
    """One step of a qualitative scale, best first: the words that name it and the share of points it may earn."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Everything the value grammar must look up. Compared by identity, so it can key a cache."""

    yes: frozenset[str] = frozenset()
    no: frozenset[str] = frozenset()
    good_phrases: frozenset[str] = frozenset()
    bad_phrases: frozenset[str] = frozenset()
    tiers: tuple[Tier, ...] = ()
    placeholders: frozenset[str] = frozenset()
    no_is_good: tuple[str, ...] = ()
    lower_is_better: tuple[str, ...] = ()
    rate_names: tuple[str, ...] = ()
    count_names: tuple[str, ...] = ()
    range_may_be_passed: bool = False
    memory: dict[str, object] = field(default_factory=dict, repr=False)

    @cached_property
    def tier_of(self) -> Mapping[str, int]:
        """The tier, 1 for the best, by every word that names it."""
        return {word: number for number, tier in enumerate(self.tiers, start=1) for word in tier.words}

    @cached_property
    def phrase_lengths(self) -> tuple[int, ...]:
        """The lengths of the phrases long enough to speak for a sentence they close (正常开展), longest first."""
        lengths = {len(phrase) for phrase in self.good_phrases | self.bad_phrases}
        return tuple(sorted((each for each in lengths if each >= 4), reverse=True))

    @cached_property
    def no_is_good_name(self) -> re.Pattern[str]:
        """Matches an indicator name for which 否/无 is the favourable answer (成本是否超预算)."""
        return any_of(self.no_is_good)

    @cached_property
    def lower_is_better_name(self) -> re.Pattern[str]:
        """Matches an indicator name for which a smaller number is the better one (业务差错率)."""
        return any_of(self.lower_is_better)

    @cached_property
    def rate_name(self) -> re.Pattern[str]:
        """Matches an indicator name whose value is a percentage even where the sign is left out (合格率)."""
        return any_of(self.rate_names)

    @cached_property
    def count_name(self) -> re.Pattern[str]:
        """Matches an indicator name whose value counts something and is no percentage (培训人次)."""
        return any_of(self.count_names)
