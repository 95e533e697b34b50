"""FU05."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.fund_block import part_lines, total_line
from jiping.checks.wordlist import any_word
from jiping.domain.doubt import Figure
from jiping.domain.filing import FundLine
from jiping.domain.finding import Severity
from jiping.domain.money import Money
from jiping.scoring.score import Evaluation

_COLUMNS = {"initial": "年初预算数", "full_year": "全年预算数", "executed": "全年执行数"}


@check(code="FU05", severity=Severity.BLOCK, basis="self_evaluation_measures_2020", rests_on=(Figure.MONEY,))
def parts_add_up_to_total_line(evaluation: Evaluation) -> Iterator[Objection]:
    """资金各分项之和应等于资金总额。

    为何：执行率按总额计算，分项与总额不符，执行率就不可信。
    反例：年度资金总额 0 万元，其中当年财政拨款 90 万元。
    正例：年度资金总额 100 万元，其中当年财政拨款 90 万元、上年结转 10 万元。
    """
    total, parts = total_line(evaluation), part_lines(evaluation)
    if total is None or not parts:
        return
    nested = any_word(evaluation.pack, "nested_fund_names")
    own = tuple(line for line in parts if not nested.search(line.name))
    gaps = [gap for column in _COLUMNS if (gap := _gap(column, total, parts, own)) is not None]
    if gaps:
        yield Objection(
            where=total.name,
            message=f"{'；'.join(gaps)}。",
            remedy="请核对总额与各分项，空着的总额请补填。",
            place=total.place,
        )


def _gap(column: str, total: FundLine, parts: tuple[FundLine, ...], own: tuple[FundLine, ...]) -> str | None:
    """Return what does not add up in a column; a sum with or without the next lower level is accepted."""
    whole: Money | None = getattr(total, column)
    sums = [each for each in (_sum(column, own), _sum(column, parts)) if each is not None]
    if not sums or whole in sums or (whole is None and not any(each.yuan for each in sums)):
        return None
    stated = "空白" if whole is None else f"为 {whole}"
    return f"{_COLUMNS[column]}总额{stated}，各分项合计 {sums[0]}"


def _sum(column: str, lines: tuple[FundLine, ...]) -> Money | None:
    amounts = [amount for line in lines if (amount := getattr(line, column)) is not None]
    return Money(sum(amount.yuan for amount in amounts)) if amounts else None
