"""What a check may be asked, given the figures that were read with doubt: it never computes with one of them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from jiping.checks.plan import Asked
from jiping.domain.doubt import Doubt, told, unsure
from jiping.domain.filing import Filing, Indicator
from jiping.scoring.score import Evaluation


class Refusal(NamedTuple):
    """Why a check is not asked about a filing."""

    check: Asked
    filing: Filing
    reason: str


def refusal(check: Asked, subject: Evaluation | Sequence[Evaluation]) -> Refusal | None:
    """Return why `check` cannot be asked about a filing or several: a figure it rests on is doubtful."""
    if not check.rests_on:
        return None
    filings = (subject.filing,) if isinstance(subject, Evaluation) else (each.filing for each in subject)
    for filing in filings:
        if filing.doubts and (found := unsure(filing.doubts, check.rests_on)):
            return _refusal(check, filing, found)
    return None


def refusals(checks: Iterable[Asked], filing: Filing) -> Iterator[Refusal]:
    """Yield why checks of rows are not asked about some row of a filing."""
    names = {row.level3 for row in filing.rows}
    about_rows = [each for each in filing.doubts if each.where in names]
    for check in checks:
        if doubts := unsure(about_rows, check.rests_on):
            yield _refusal(check, filing, doubts)


def rests_on_doubt(check: Asked, filing: Filing, row: Indicator) -> bool:
    """Tell whether a check of rows would compute with a doubtful figure of this row."""
    return any(each.where == row.level3 for each in unsure(filing.doubts, check.rests_on))


def caution(filing: Filing, where: str, message: str) -> str:
    """Return what to add to a finding at a spot that was read with doubt, nothing where its message says so itself."""
    found = [each for each in filing.doubts if each.is_low and each.where == where and each.why not in message]
    return f"（{told(found)}，请先对照原件。）" if found else ""


def _refusal(check: Asked, filing: Filing, doubts: tuple[Doubt, ...]) -> Refusal:
    return Refusal(check, filing, f"{told(doubts)}，依靠它的计算没有做；请先对照原件核对。")
