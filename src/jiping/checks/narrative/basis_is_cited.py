"""NA09."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import section
from jiping.checks.wordlist import any_word
from jiping.domain.filing import Form, SectionName
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="NA09", severity=Severity.WARN, basis="self_evaluation_measures_2020")
def basis_is_cited(evaluation: Evaluation) -> Iterator[Objection]:
    """项目概况应写明立项依据。

    为何：没有依据，无法判断这笔钱该不该由财政出、该按什么标准出。
    反例：维护职工参加社保和享受社保待遇的合法权益，使其共享发展成果。
    正例：根据《社会保险经办条例》和皋政发〔2022〕10号文件，……
    说明：文号、书名号中的文件、点名的政策或合同都算依据；是否有效另行校核。自评表上只有预期目标，没有概况，不核对。
    """
    overview = section(evaluation, SectionName.OVERVIEW)
    if evaluation.filing.form is Form.TABLE:
        return  # what stands in its place there is the goal
    if overview is not None and not any_word(evaluation.pack, "basis_words").search(overview.text):
        yield Objection(
            where=overview.heading,
            message="没有引用任何法律法规、文件、政策或决定作为立项依据。",
            remedy="请写明立项依据的名称和文号。",
            place=overview.place,
        )
