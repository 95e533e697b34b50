"""The rows of the board: one page of a year's filings, gravest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from jiping.domain.errors import JipingError
from jiping.rulepack.pack import RulePack
from jiping.web.accounts.models import AccountRecord, UnitRecord
from jiping.web.filings.models import FilingRecord
from jiping.web.filings.policy import visible_to
from jiping.web.review.selectors.filters import Filters, narrowing, view_condition
from jiping.web.review.selectors.tally import Tally

PAGE_ROWS = 10
SHEET_ROWS = 5_000  # a workbook is made within one request
GRAVEST_FIRST = ("-summary_must", "-summary_doubt", "pk")
_SHOWN = (
    "project",
    "state",
    "unit__name",
    "summary_amount",
    "summary_stated",
    "summary_total",
    "summary_must",
    "summary_doubt",
    "summary_proven",
    "summary_rows",
)


@dataclass(frozen=True, slots=True)
class BoardPage:
    """One page: its filings, how many the filters leave, and where it stands among the pages."""

    filings: tuple[FilingRecord, ...]
    found: int
    number: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.found // PAGE_ROWS))

    @property
    def first(self) -> int:
        """The number of the first row shown, counted from 1; 0 on an empty page."""
        return (self.number - 1) * PAGE_ROWS + 1 if self.filings else 0

    @property
    def last(self) -> int:
        return self.first + len(self.filings) - 1 if self.filings else 0

    @property
    def neighbours(self) -> tuple[int | None, ...]:
        """The pages to offer: the first, those around this one, the last; None where some are left out."""
        wanted = sorted({1, self.pages, *range(max(1, self.number - 1), min(self.pages, self.number + 2) + 1)})
        offered: list[int | None] = []
        for each in wanted:
            if offered and offered[-1] is not None and each - offered[-1] > 1:
                offered.append(None)
            offered.append(each)
        return tuple(offered)


def board_page(account: AccountRecord, filters: Filters, counts: Tally, pack: RulePack) -> BoardPage:
    """Return the page `filters` ask for; a page beyond the last is the last."""
    found = _found(account, filters, pack)
    number = found.count() if filters.narrowed else counts.of(filters.view)
    page = min(filters.page, max(1, -(-number // PAGE_ROWS)))
    start = (page - 1) * PAGE_ROWS
    chosen = found.order_by(*GRAVEST_FIRST).values("pk")[start : start + PAGE_ROWS]
    rows = FilingRecord.objects.filter(pk__in=[each["pk"] for each in chosen]).select_related("unit").only(*_SHOWN)
    return BoardPage(tuple(rows.order_by(*GRAVEST_FIRST)), number, page)


def filings_shown(account: AccountRecord, filters: Filters, pack: RulePack) -> tuple[FilingRecord, ...]:
    """Return all filings `filters` leave. Raises JipingError for more than one sheet should hold."""
    found = _found(account, filters, pack)
    number = found.count()
    if number > SHEET_ROWS:
        raise JipingError(
            f"筛选后还有 {number:,} 项，一张表最多 {SHEET_ROWS:,} 项。",
            remedy="请先按单位、问题或状态缩小范围，再导出。",
        )
    return tuple(found.order_by(*GRAVEST_FIRST).only(*_SHOWN))


def chosen_filings(account: AccountRecord, chosen: Sequence[int]) -> tuple[FilingRecord, ...]:
    """Return the filings ticked on a page, as far as the account may see them."""
    return tuple(visible_to(account).filter(pk__in=chosen).order_by("pk"))


def units_below(account: AccountRecord) -> tuple[UnitRecord, ...]:
    """Return the units directly below the account's own: each stands for all below it."""
    return tuple(UnitRecord.objects.filter(parent=account.unit_id).order_by("name"))


def recount_gap(filing: FilingRecord) -> Decimal | None:
    """Return by how much the computed score lies above the unit's own."""
    if filing.summary_total is None or filing.summary_stated is None:
        return None
    return filing.summary_total - filing.summary_stated


def _found(account: AccountRecord, filters: Filters, pack: RulePack) -> QuerySet[FilingRecord]:
    wanted = view_condition(filters.view, account) & narrowing(filters, pack)
    return visible_to(account).filter(wanted, year=filters.year)
