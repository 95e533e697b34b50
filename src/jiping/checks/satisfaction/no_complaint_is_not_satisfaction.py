"""SA05."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.survey import satisfaction_rows, survey_text, told_survey
from jiping.checks.wordlist import any_word
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="SA05", severity=Severity.WARN)
def no_complaint_is_not_satisfaction(evaluation: Evaluation) -> Iterator[Objection]:
    """没有投诉不等于满意。

    为何：不满意的人多数不投诉；复核时以“无投诉”推定满意的，按没有调查处理。
    反例：全年无投诉，满意度 100%。
    正例：发放问卷 60 份，满意 58 份，满意度 96.7%；全年无投诉。
    """
    no_complaint = any_word(evaluation.pack, "no_complaint_words")
    for each in satisfaction_rows(evaluation):
        row = each.row
        said = f"{row.target}\n{row.actual}\n{row.reason}\n{survey_text(evaluation)}"
        found = no_complaint.search(said)
        if found and not told_survey(evaluation, each).size:
            yield Objection(
                where=row.level3,
                message=f"以“{found.group()}”说明满意度，没有调查数据。",
                remedy="请用问卷、电话回访等方式调查后填写满意度。",
                place=row.place,
            )
