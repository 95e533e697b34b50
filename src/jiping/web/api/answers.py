"""What the interface answers with; these shapes are its documentation."""

from datetime import datetime
from typing import Any

from ninja import Field, Schema


class FilingOut(Schema):
    """一份自评。"""

    id: int = Field(description="编号")
    project: str = Field(description="项目名称")
    unit: str = Field(description="单位名称")
    year: int = Field(description="年度")
    state: str = Field(description="办理状态")
    draft: int = Field(description="第几稿")
    saved_at: datetime = Field(description="最后保存时间")


class FilingPage(Schema):
    """一页自评。"""

    total: int = Field(description="共有几份")
    items: list[FilingOut] = Field(description="这一页的自评")


class FindingOut(Schema):
    """一条校核意见。"""

    code: str = Field(description="规则编号")
    severity: str = Field(description="必改、存疑或提示")
    where: str = Field(description="在哪里")
    message: str = Field(description="什么问题")
    remedy: str = Field(description="怎么改")
    basis: str = Field(description="依据")
    waived: dict[str, str] | None = Field(description="已说明的原因")


class VersionOut(Schema):
    """一个封存版本。"""

    number: int = Field(description="版次")
    digest: str = Field(description="校验值")
    total: str | None = Field(description="按规则复算的得分")
    grade: str = Field(description="等级")
    pack: str = Field(description="规则版本")
    sealed_at: datetime = Field(description="封存时间")


class VersionWhole(VersionOut):
    """一个封存版本的全文。"""

    content: list[dict[str, Any]] = Field(description="自评全文，格式见 filing.schema.json")


class Fault(Schema):
    """办不成的原因。"""

    what: str = Field(description="什么没有办成")
    why: str = Field(description="为什么")
    remedy: str = Field(description="怎么办")
