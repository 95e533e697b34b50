"""What runs and surveys prove of a filing's rows: offered beside what stands there, taken only by a person."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from jiping.domain.errors import JipingError
from jiping.domain.evidence import Evidence
from jiping.domain.measurement import Measurement
from jiping.drafting.measured import RECEIPT, fill, programme_of
from jiping.use_cases.receipt import receipt
from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.models import FilingRecord, IndicatorRecord
from jiping.web.filings.selectors import filing_judged, pack_of
from jiping.web.runs import selectors as runs
from jiping.web.surveys import selectors as surveys


@dataclass(frozen=True, slots=True)
class Offer:
    """A row, the words a figure would put there, the figure, and the evidence that goes with it."""

    row: IndicatorRecord
    after: str
    measured: Measurement
    proof: Evidence

    @property
    def is_same(self) -> bool:
        """Tell whether the row says so already, with this very receipt."""
        held = {each.receipt for each in self.row.evidence.all()}
        return self.row.actual == self.after and self.measured.id in held


def offers(account: AccountRecord, record: FilingRecord) -> tuple[Offer, ...]:
    """Return the rows of `record` (with its rows prefetched) that the latest run or survey of its year can fill."""
    filing, pack = filing_judged(record).filing, pack_of(record)
    programme = programme_of(filing, pack)
    if programme is None:
        return ()
    filled, told = fill(filing, tuple(_figures(account, programme, record.year)), pack)
    proven = {each.indicator: each for each in told if each.measured is not None}
    found = []
    for row, new in zip(record.indicators.all(), filled.rows, strict=True):
        one = proven.get(row.level3)
        if one is not None and one.measured is not None and new.actual is not None:
            proof = next(each for each in new.evidence if each.title == RECEIPT)
            found.append(Offer(row, new.actual, one.measured, proof))
    return tuple(found)


def data_of(receipt_id: str) -> Path:
    """Return the data folder a receipt lies in: a survey's own, or the site's."""
    return surveys.data_behind(receipt_id) or Path(settings.DATA_FOLDER)


def _figures(account: AccountRecord, programme: str, year: int) -> Iterator[Measurement]:
    """Yield the figures with their receipts; those of a survey come last and take the place of imported answers."""
    ran, asked = runs.figures_offered(account, programme, year), surveys.figures_offered(account, programme, year)
    for name in (*(each.receipt for each in ran), *(each.receipt for each in asked)):
        try:
            yield receipt(name, data_of(name))
        except JipingError:  # a receipt that was removed or altered proves nothing
            continue
