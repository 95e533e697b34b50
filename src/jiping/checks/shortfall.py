"""The rows that missed their target, and how a message tells of one."""

from functools import lru_cache

from jiping.checks.blanks import is_blank
from jiping.scoring.score import Evaluation, RowScore


@lru_cache(maxsize=256)
def missed(evaluation: Evaluation) -> tuple[RowScore, ...]:
    """Return the rows whose actual is known to fall short of the target."""
    return tuple([each for each in evaluation.rows if each.met is False])


def told(score: RowScore) -> str:
    """Return the row in a reviewer's words, both values as written."""
    row = score.row
    name = "未写名称的一行" if is_blank(row.level3) else f"“{row.level3}”"
    return f"{name}年初指标值 {row.target}，实际完成值 {row.actual}"
