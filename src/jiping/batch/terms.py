"""What every file of a batch is examined under; small enough to travel to another process."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from jiping.checks.catalogue import catalogue
from jiping.checks.check import Check, Scope
from jiping.domain.filing import Filing
from jiping.rulepack.load import load_pack
from jiping.scoring.score import Evaluation
from jiping.use_cases.packs import ANY_DAY
from jiping.use_cases.score import chosen, score

ALONE = (Scope.ROW, Scope.FILING)
"""What can be checked with one file in hand."""

OF_A_UNIT = (Scope.UNIT_YEAR, Scope.COPIES, Scope.UNIT)
"""What is checked once all filings of a unit are there."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The rule pack, the day its rules are taken of (None: the end of each filing's year), the checks by code, and the
    folder of records in which receipts are looked up, if any.
    """

    pack: str
    on: date | None
    folders: tuple[Path, ...]
    codes: tuple[str, ...]
    data: Path | None = None

    def score(self, filing: Filing) -> Evaluation:
        """Return the filing scored; raises as `use_cases.score`."""
        return score(filing, self.pack, self.on, self.folders)

    def score_alone(self, filing: Filing) -> Evaluation:
        """Return the filing scored by itself, for which its year need not be known."""
        undated = self.on is None and filing.year is None
        return score(filing, self.pack, ANY_DAY if undated else self.on, self.folders)

    def pack_label(self, filing: Filing) -> str:
        """Return how outputs name the pack the filing is judged by."""
        return load_pack(chosen(filing, self.pack, self.folders), self.on or ANY_DAY, self.folders).label

    def checks(self, *scopes: Scope) -> tuple[Check, ...]:
        """Return the chosen checks that look at one of `scopes`."""
        return _checks(self.codes, scopes)


@cache
def _checks(codes: tuple[str, ...], scopes: tuple[Scope, ...]) -> tuple[Check, ...]:
    return tuple(each for each in catalogue() if each.scope in scopes and each.code in codes)
