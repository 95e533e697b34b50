"""Workbooks this product wrote as the result of checking: they lie beside filings and quote them, but are none."""

from zipfile import ZipFile

from jiping.domain.errors import UnknownForm
from jiping.domain.place import Place

CATEGORY = "校核结果"
"""The document property `category` of such a workbook."""

_CORE = "docProps/core.xml"


def refuse_result(package: ZipFile, name: str) -> None:
    """Raise UnknownForm for the result of an earlier check."""
    if _CORE in package.namelist() and f"<cp:category>{CATEGORY}</cp:category>".encode() in package.read(_CORE):
        raise UnknownForm(
            "这是校核意见，不是自评材料，没有读入。", remedy="请把校核意见放到另一个文件夹。", place=Place(name)
        )
