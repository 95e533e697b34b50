"""The budget block (项目资金) as checks read it: the total line and its parts."""

from jiping.checks.wordlist import any_of
from jiping.domain.filing import FundLine
from jiping.scoring.score import Evaluation


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
    total = total_line(evaluation)
    return evaluation.filing.funds if total is None or total.weight is None else (total,)
