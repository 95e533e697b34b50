"""TM03."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="TM03", severity=Severity.WARN)
def filing_is_signed(evaluation: Evaluation) -> Iterator[Objection]:
    """表样要求签署的，自评应写明负责人、填报人、联系电话和填报日期。

    为何：没有人名和日期，出了问题找不到人，也说不清是哪一稿。
    反例：表尾空白。
    正例：单位负责人、填报人、联系电话、填报日期齐全，并加盖公章。
    说明：要求签署哪几栏由规则包规定；全国通行表式没有这几栏，不问。
    """
    foot = evaluation.filing.sign_off
    stated = {"单位负责人": foot.head, "填报人": foot.preparer, "联系电话": foot.phone, "填报日期": foot.dated}
    asked = evaluation.pack.words("signed_fields")
    missing = [label for label, text in stated.items() if label in asked and not (text and text.strip())]
    if missing:
        yield Objection(
            where="签章与日期",
            message=f"没有写明{'、'.join(missing)}。",
            remedy="请补写并加盖单位公章。",
        )
