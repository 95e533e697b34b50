"""The budget block (项目资金) as checks read it: the total line, its parts, the rate and its score."""

from fractions import Fraction

from jiping.checks.wordlist import any_of, texts
from jiping.domain.filing import Filing, FundLine, Indicator
from jiping.domain.money import Money, plain
from jiping.rulepack.pack import IndicatorKind, RulePack
from jiping.scoring.score import Evaluation, RowScore, evaluate


def total_line(evaluation: Evaluation) -> FundLine | None:
    """Return the line that stands for the whole: the one so named, or the only one."""
    funds = evaluation.filing.funds
    if len(funds) == 1:
        return funds[0]
    named = any_of(evaluation.pack.words("fund_total_names"))
    return next((line for line in funds if named.search(line.name)), None)


def part_lines(evaluation: Evaluation) -> tuple[FundLine, ...]:
    """Return the lines below the total; empty when no line stands for the whole."""
    total = total_line(evaluation)
    return () if total is None else tuple(line for line in evaluation.filing.funds if line is not total)


def counted_lines(evaluation: Evaluation) -> tuple[FundLine, ...]:
    """Return the lines whose points enter the total: the total line alone where it has points, else all."""
    if not evaluation.filing.funds:
        return ()
    total = total_line(evaluation)
    return evaluation.filing.funds if total is None or total.weight is None else (total,)


def spent(evaluation: Evaluation) -> Money | None:
    """Return what was spent: as executed in the budget block, else as the narrative states it."""
    line = total_line(evaluation)
    return evaluation.filing.expenditure if line is None or line.executed is None else line.executed


def computed_rate(line: FundLine) -> Fraction | None:
    """Return executed ÷ full-year budget, 1 for all spent; None when either is missing or the budget is zero."""
    if line.full_year is None or line.executed is None or not line.full_year.yuan:
        return None
    return Fraction(line.executed.yuan) / Fraction(line.full_year.yuan)


def execution_score(evaluation: Evaluation) -> RowScore | None:
    """Return the total line scored as the pack scores execution; None when the rate cannot be computed."""
    line = total_line(evaluation)
    if line is None or computed_rate(line) is None or line.full_year is None or line.executed is None:
        return None
    row = Indicator(
        level1=None,
        level2=None,
        level3=_execution_name(evaluation.pack),
        target=f"{plain(line.full_year.yuan)}元",
        actual=f"{plain(line.executed.yuan)}元",
        weight=line.weight,
        score=line.score,
    )
    return evaluate(Filing(evaluation.filing.project, rows=(row,)), evaluation.pack).rows[0]


def _execution_name(pack: RulePack) -> str:
    """Return a name by which the pack recognises the execution rate."""
    rows = pack.table("indicator_kinds")
    return next(texts(row, "words")[0] for row in rows if row["kind"] == IndicatorKind.EXECUTION.value)
