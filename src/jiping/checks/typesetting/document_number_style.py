"""TY04."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.misprint import misprints
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="TY04", severity=Severity.HINT, basis="official_document_format")
def document_number_style(evaluation: Evaluation) -> Iterator[Objection]:
    """文号应按公文格式书写。

    为何：文号写错，读者查不到文件。
    反例：人力资源和社会保障部令〔2011〕14号；皋政发[2022]10号；皋政发〔2022〕第010号。
    正例：人力资源和社会保障部令第14号；皋政发〔2022〕10号。
    """
    yield from misprints(evaluation, "document_number_faults")
