"""RD02."""

from collections.abc import Iterator

from jiping.checks.check import Objection, Scope, check
from jiping.domain.errors import JipingError, UnknownForm
from jiping.domain.finding import Severity


@check(code="RD02", severity=Severity.WARN, scope=Scope.FILE)
def filing_is_recognised(fault: JipingError) -> Iterator[Objection]:
    """一批文件里认不出自评材料的，应逐个说明。

    为何：可能是佐证材料混在其中，也可能是没见过的表样；后一种没有经过校核。
    反例：文件夹里的“项目验收单.docx”没有评分表。
    正例：文件夹里只放绩效自评价材料，佐证另放。
    """
    if isinstance(fault, UnknownForm):
        yield Objection(f"{fault.what}{fault.why}", fault.remedy, "文件", fault.place)
