"""Filings that stay in the journal until they are looked at."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, BinaryIO, overload

from jiping.batch.result import stated_filings
from jiping.batch.terms import Terms
from jiping.exchange.plain import from_plain
from jiping.scoring.score import Evaluation

_AT_HAND = 64  # filings kept after they were looked at

Stand = tuple[int, int]  # the offset of a file's line in the journal, and which of its filings


def stated_at(stand: Stand, journal: BinaryIO) -> dict[str, Any]:
    """Return the filing that stands there, under the keys of an exchange file."""
    offset, position = stand
    journal.seek(offset)
    return stated_filings(journal.readline())[position]


class Fetched(Sequence[Evaluation]):
    """Filings read from the journal when they are looked at, scored, and forgotten again."""

    def __init__(self, terms: Terms, journal: BinaryIO, stands: Sequence[Stand]) -> None:
        self._terms, self._journal, self._stands = terms, journal, stands
        self._fetched = lru_cache(maxsize=_AT_HAND)(self._fetch)

    def __len__(self) -> int:
        return len(self._stands)

    @overload
    def __getitem__(self, index: int) -> Evaluation: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Evaluation]: ...
    def __getitem__(self, index: int | slice) -> Evaluation | Sequence[Evaluation]:
        if isinstance(index, slice):
            return Fetched(self._terms, self._journal, self._stands[index])
        return self._fetched(self._stands[index])

    def _fetch(self, stand: Stand) -> Evaluation:
        return self._terms.score(from_plain(stated_at(stand, self._journal)))
