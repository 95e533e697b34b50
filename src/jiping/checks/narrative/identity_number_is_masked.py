"""NA24."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.domain.filing import Filing
from jiping.domain.finding import Severity
from jiping.domain.masking import identity_numbers, masked
from jiping.domain.place import Place
from jiping.scoring.score import Evaluation


@check(code="NA24", severity=Severity.BLOCK, basis="disclosure_regulations_15")
def identity_number_is_masked(evaluation: Evaluation) -> Iterator[Objection]:
    """自评材料中不应出现完整的身份证号码。

    为何：自评要公开，公民身份号码属于个人信息，公开会侵害本人权益。
    反例：受助人名单里写着完整的 18 位号码。
    正例：320682********1234，或只写人数。
    依据：《个人信息保护法》要求对个人信息去标识化。
    说明：只认出生日期和校验码都成立的 18 位号码，项目编号、统一社会信用代码不报。
    """
    for where, text, place in _texts(evaluation.filing):
        found = list(identity_numbers(text))
        if found:
            more = f"等 {len(found)} 个" if len(found) > 1 else ""
            yield Objection(
                message=f"写有完整的身份证号码 {masked(found[0])}{more}（此处已遮去出生日期）。",
                remedy="请删去号码，或把中间八位换成星号后再报送和公开。",
                where=where,
                place=place,
            )


def _texts(filing: Filing) -> Iterator[tuple[str, str, Place | None]]:
    """Yield where a person may have written a number, what stands there, and its place."""
    yield "项目名称", filing.project or "", filing.place
    for _, section in filing.narrative.sections():
        yield section.heading, section.text, section.place
    for row in filing.rows:
        told = (row.level3, row.target, row.actual, row.reason, *map(str, row.evidence))
        yield row.level3, "\n".join(filter(None, told)), row.place
    foot = filing.sign_off
    yield "落款", "\n".join(filter(None, (foot.head, foot.preparer, foot.phone))), filing.place
