"""IN03."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from jiping.checks.check import Objection, Scope, check
from jiping.checks.notion import notion_of
from jiping.checks.quotation import listing
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation

Order = tuple[str, ...]


@check(code="IN03", severity=Severity.WARN, scope=Scope.UNIT_YEAR)
def same_rows_same_order(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """同一单位各项目的评分表，相同的指标应按相同的次序排列。

    为何：次序不一，逐行汇总时容易串行。
    反例：一个项目先写预算执行率、后写资金到位率，其余项目相反。
    正例：各项目都先写资金到位率，再写预算执行率。
    """
    for (block, _), orders in _orders(evaluations).items():
        usual = Counter({order: len(filings) for order, filings in orders.items()}).most_common(1)[0][0]
        for order, filings in orders.items():
            if order != usual:
                model = orders[usual][0]
                others = listing(each.filing.label for each in orders[usual])
                for evaluation in filings:
                    yield Objection(
                        where=block,
                        message=f"本项目的次序是{_told(evaluation, block)}，{others}的次序是{_told(model, block)}。",
                        remedy="请各项目按同一次序排列。",
                        about=evaluation,
                    )


def _orders(evaluations: Sequence[Evaluation]) -> dict[tuple[str, Order], dict[Order, list[Evaluation]]]:
    """Return, for each second-level block with the same set of notions, the orders met and who uses them."""
    written: defaultdict[str, dict[Order, list[Evaluation]]] = defaultdict(dict)
    for evaluation in evaluations:
        for block, names in _blocks(evaluation).items():
            written[block].setdefault(tuple(names), []).append(evaluation)
    found: defaultdict[tuple[str, Order], dict[Order, list[Evaluation]]] = defaultdict(dict)
    for block, tables in written.items():
        if len(tables) > 1:
            for filings in tables.values():
                order = _notions(filings[0], block)
                found[block, tuple(sorted(order))].setdefault(order, []).extend(filings)
    return found


def _blocks(evaluation: Evaluation) -> Mapping[str, Sequence[str]]:
    """Return the names of the indicators in each second-level block of several rows."""
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for row in evaluation.filing.rows:
        blocks[row.level2 or ""].append(row.level3)
    return {block: names for block, names in blocks.items() if block and len(names) > 1}


def _notions(evaluation: Evaluation, block: str) -> Order:
    return tuple(notion_of(evaluation.pack, row).name for row in evaluation.filing.rows if row.level2 == block)


def _told(evaluation: Evaluation, block: str) -> str:
    """Return the block's names as this filing writes them, in its order."""
    return f"“{' → '.join(each.row.level3 for each in evaluation.rows if each.row.level2 == block)}”"
