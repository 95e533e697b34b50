"""CM01."""

from collections.abc import Iterator

from jiping.checks.blanks import is_blank
from jiping.checks.check import Objection, check
from jiping.checks.wordlist import any_word
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="CM01", severity=Severity.BLOCK, basis="self_evaluation_measures_2020")
def heading_is_filled(evaluation: Evaluation) -> Iterator[Objection]:
    """项目名称、填报单位、项目年度应填写。

    为何：不知道是谁、哪一年、哪个项目，材料无法归档，也无法与其他材料核对。
    反例：填报单位、项目年度空白。
    正例：填报单位“示例单位”，项目名称“办公设备购置”，年度 2024。
    说明：部门整体支出自评没有项目名称。
    """
    filing = evaluation.filing
    blanks = [
        name
        for name, blank in (
            ("项目名称", is_blank(filing.project) and not _is_of_whole_unit(evaluation)),
            ("填报单位", is_blank(filing.unit)),
            ("项目年度", filing.year is None),
        )
        if blank
    ]
    if blanks:
        yield Objection(
            where=blanks[0],
            message=f"{'、'.join(blanks)}空白。",
            remedy="请按预算批复填写。",
            place=filing.place,
        )


def _is_of_whole_unit(evaluation: Evaluation) -> bool:
    title = evaluation.filing.title
    return title is not None and any_word(evaluation.pack, "whole_unit_titles").search(title) is not None
