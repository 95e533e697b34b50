"""PR08."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import section
from jiping.checks.quotation import quoted
from jiping.checks.wordlist import any_word
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="PR08", severity=Severity.WARN, basis="social_insurance_law_73")
def measure_loosens_control(evaluation: Evaluation) -> Iterator[Objection]:
    """降低要求、减少审核的措施，应当同时写明怎样控制风险。

    为何：社会保险经办机构应有风险管理制度；只放松审核而没有抽查、复核，资金有被冒领的风险。
    反例：减少经办环节，降低经办要求，授权镇区审核并直接受理。
    正例：授权镇区受理，中心每季度按 10% 抽查复核。
    """
    measures = section(evaluation, SectionName.MEASURES)
    if measures is None:
        return
    loosened = [match.group() for match in any_word(evaluation.pack, "loosening_words").finditer(measures.text)]
    if loosened and not any_word(evaluation.pack, "control_words").search(measures.text):
        yield Objection(
            where=measures.heading,
            message=f"措施中有{quoted(loosened)}，没有写明相应的抽查、复核等控制办法。",
            remedy="请补写控制风险的办法，如抽查比例、复核岗位、责任追究。",
            place=measures.place,
        )
