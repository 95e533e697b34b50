"""NA05."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.phrasebook import phrasebook
from jiping.checks.prose import has_figure, section
from jiping.checks.wordlist import any_word
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="NA05", severity=Severity.WARN, basis="self_evaluation_measures_2020")
def performance_reports_results(evaluation: Evaluation) -> Iterator[Objection]:
    """项目绩效应写做成了什么，不能只写职责和政策。

    为何：绩效是已经取得的结果；抄录法规条文或写“维护权益、促进和谐”，看不出花钱办成了什么。
    反例：社会保险经办机构负责社会保险个人权益记录管理，提供与社会保险个人权益记录相关的服务。
    正例：全年打印并邮寄对账单 19.6 万份，3 月底前全部寄出，退信 1200 份已补寄。
    """
    performance = section(evaluation, SectionName.PERFORMANCE)
    if performance is None or has_figure(performance.text):
        return
    law = next(phrasebook(evaluation.pack, "statute_sentences").hits(performance.text), None)
    if law is not None:
        message = f"“{law[0]}”是{law[1]['source']}的规定，不是本项目的成效。"
    elif not any_word(evaluation.pack, "result_words").search(performance.text):
        message = "没有一个数字，也没有写已经完成的事项，只有职责或目的。"
    else:
        return
    yield Objection(
        where=performance.heading,
        message=message,
        remedy="请写明本年度完成的数量、时间、质量和受益人数。",
        place=performance.place,
    )
