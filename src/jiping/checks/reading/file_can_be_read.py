"""RD01."""

from collections.abc import Iterator

from jiping.checks.check import Objection, Scope, check
from jiping.domain.errors import JipingError, UnknownForm
from jiping.domain.finding import Severity


@check(code="RD01", severity=Severity.BLOCK, scope=Scope.FILE)
def file_can_be_read(fault: JipingError) -> Iterator[Objection]:
    """报送的文件应能读取。

    为何：读不出的材料没有经过校核，不能当作没有问题；其余文件照常校核。
    反例：文件损坏、加了密码、内容与扩展名不符，或打开后一直读不完。
    正例：用 Word、WPS 能正常打开的 docx、xlsx、pdf。
    """
    if not isinstance(fault, UnknownForm):
        yield Objection(f"文件不能读取：{fault.what}{fault.why}", fault.remedy, "文件", fault.place)
