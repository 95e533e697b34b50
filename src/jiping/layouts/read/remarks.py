"""What is doubtful about filings that were read: parts that disagree, sums that do not add up, filings met twice."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from jiping.domain.filing import Filing
from jiping.domain.place import Place
from jiping.layouts.read.assemble import unit_by_department
from jiping.layouts.read.facts.identity import IDENTITY
from jiping.layouts.read.facts.title import doubts_of_title
from jiping.layouts.read.recognition import Remark
from jiping.layouts.read.sheet import Sheet
from jiping.layouts.spacing import bare

_Points = Sequence[Decimal | None]


def remarks(sheets: Sequence[Sheet], filing: Filing) -> Iterator[Remark]:
    """Yield everything the sheets of a filing remarked, then what shows only when they are put together."""
    for sheet in sheets:
        yield from sheet.remarks
    yield from (Remark(each.why, each.place) for each in doubts_of_title(sheets))
    yield from _disagreements(sheets)
    if filing.unit and not any("unit" in sheet.facts for sheet in sheets) and filing.unit == unit_by_department(sheets):
        yield Remark(f"表中没有填报单位一栏，以主管部门“{filing.unit}”为填报单位，请核对。", filing.place)
    yield from _sums(filing)


def duplicates(filings: Sequence[Filing]) -> Iterator[Remark]:
    """Yield a remark on every filing that repeats unit, year and project of an earlier one; all are kept."""
    seen: Counter[tuple[str | None, int | None, str | None]] = Counter()
    for filing in filings:
        key = (filing.unit, filing.year, filing.project)
        seen[key] += 1
        if filing.project and seen[key] > 1:
            yield Remark(f"“{filing.project}”在同一文件中出现了不止一次，均已保留，请核对。", filing.place)


def _disagreements(sheets: Sequence[Sheet]) -> Iterator[Remark]:
    for earlier, later in pairwise(sheets):
        for name, label in IDENTITY.items():
            first, second = earlier.facts.get(name), later.facts.get(name)
            if first and second and bare(first) != bare(second):
                yield Remark(f"{label}前后不一致：先写“{first}”，后写“{second}”，以前者为准。", later.place)


def _sums(filing: Filing) -> Iterator[Remark]:
    """Remark on a total that is the sum neither of the rows nor of the rows and the budget's own points."""
    rows, funds = filing.rows, filing.funds
    yield from _sum(
        "权重",
        filing.total_weight,
        [row.weight for row in rows],
        [line.weight for line in funds],
        filing.total_weight_place,
    )
    yield from _sum(
        "得分",
        filing.total_score,
        [row.score for row in rows],
        [line.score for line in funds],
        filing.total_score_place,
    )


def _sum(label: str, stated: Decimal | None, rows: _Points, funds: _Points, place: Place | None) -> Iterator[Remark]:
    own = sum(filter(None, rows), Decimal(0))
    total = own + sum(filter(None, funds), Decimal(0))
    if stated is not None and stated not in {own, total}:
        yield Remark(f"读出的{label}合计 {total:f}，总计写的是 {stated:f}，请核对原件或读取结果。", place)
