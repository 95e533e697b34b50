"""From a sealed version to what everybody may see of it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from jiping.domain.filing import Filing
from jiping.exchange.json import dumps, loads
from jiping.formats.registry import writer_for
from jiping.rulepack.load import AUTO
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.score import Evaluation
from jiping.use_cases.publication import Part, disclosed, page_of
from jiping.use_cases.score import score
from jiping.web.filings.models import FilingVersion

PAPERS = ("pdf", "docx", "xlsx")
DATA = "json"


@dataclass(frozen=True, slots=True)
class Shown:
    """A version as it will be shown: the figures of the list, and the files by kind."""

    version: FilingVersion
    filing: Filing
    amount: Decimal | None
    rate: str
    satisfaction: str
    score: Decimal | None
    grade: str
    files: dict[str, bytes]


def evaluation_of(version: FilingVersion) -> Evaluation:
    """Return the sealed filing scored under the rules of its year."""
    (filing,) = loads(version.content, str(version))
    return score(filing, AUTO)


def shown_of(version: FilingVersion, parts: Collection[Part]) -> Shown:
    """Draw everything that is given out. Raises JipingError for a character no font can draw."""
    evaluation = evaluation_of(version)
    filing = disclosed(evaluation, parts)
    actuals = Part.ACTUALS in parts
    return Shown(
        version=version,
        filing=filing,
        amount=None if filing.expenditure is None else filing.expenditure.wan,
        rate=_actual(evaluation, IndicatorKind.EXECUTION) if actuals else "",
        satisfaction=filing.stated_satisfaction or (_actual(evaluation, IndicatorKind.SATISFACTION) if actuals else ""),
        score=filing.total_score if filing.total_score is not None else filing.stated_score,
        grade=filing.stated_grade or version.grade,
        files=dict(_files(filing, evaluation)),
    )


def _files(filing: Filing, evaluation: Evaluation) -> Iterator[tuple[str, bytes]]:
    page = page_of(filing, evaluation)
    for kind in PAPERS:
        yield kind, writer_for(kind)(page)
    yield DATA, dumps([filing]).encode()


def _actual(evaluation: Evaluation, kind: IndicatorKind) -> str:
    """Return what the first row of this kind says was reached."""
    return next((each.row.actual or "" for each in evaluation.rows if each.kind is kind), "")
