"""FU13."""

import re
from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.phrasebook import phrasebook
from jiping.checks.wordlist import any_word
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation

_JOINED = re.compile(r"[及和与、]")


@check(code="FU13", severity=Severity.WARN, basis="budget_law_57")
def purpose_stays_within_name(evaluation: Evaluation) -> Iterator[Objection]:
    """资金用途不应超出项目名称的范围。

    为何：专款专用以项目名称为界；用途写宽了，就可能用于日常开支。
    反例：手册印刷费项目“为单位及个人提供办理业务所需的各类表格”。
    正例：手册印刷费项目“印制职工养老保险手册 2000 册”。
    """
    project = evaluation.filing.project or ""
    whole = _part_that_contains_another(project)
    if whole is not None:
        yield Objection(
            where="项目名称",
            message=f"名称并列“{whole[0]}”与“{whole[1]}”，前者包含后者，两项用途没有分开。",
            remedy="请分开写明两项的数量和金额；不是一件事的，分设项目。",
        )
    if any_word(evaluation.pack, "broad_project_names").search(project):
        return
    for section, words, _ in phrasebook(evaluation.pack, "wide_purposes").occurrences(evaluation):
        if words not in project:
            yield Objection(
                where=section.heading,
                message=f"项目名称为“{project}”，文中用途写到“{words}”。",
                remedy="请说明这部分是否由本项目列支；是的，写明数量和金额并核对批复范围。",
                place=section.place,
            )
            return


def _part_that_contains_another(project: str) -> tuple[str, str] | None:
    """Return a general item named beside a special one of its kind: 打印纸 and 个人账户打印纸."""
    parts = [part for part in _JOINED.split(project) if len(part) > 1]
    return next(((short, long) for short in parts for long in parts if short != long and long.endswith(short)), None)
