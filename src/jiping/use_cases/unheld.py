"""Tell what a form has no room for: drawn and read again, it is gone."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from jiping.domain.document import Document
from jiping.domain.filing import Filing, Section
from jiping.layouts.read.recognise import recognise
from jiping.use_cases.attached import with_attached
from jiping.use_cases.packs import every_layout, reading_vocabulary

_FACTS = {
    "department": "主管部门",
    "started": "项目开始时间",
    "finished": "项目完成时间",
    "expenditure": "项目支出",
    "funds": "项目资金",
    "rows": "指标",
    "waivers": "免改说明",
}
_SECTIONS = {
    "overview": "项目概况",
    "evaluation": "评价情况",
    "performance": "项目绩效",
    "problems": "存在问题",
    "measures": "整改措施",
}
_SIGNATURES = {"head": "单位负责人", "preparer": "填报人", "phone": "联系电话", "dated": "填报日期"}
_CELLS = {"target": "指标值", "actual": "完成值", "weight": "分值", "reason": "评分依据", "evidence": "佐证"}


def unheld(filing: Filing, page: Document, folders: Sequence[Path] = ()) -> list[str]:
    """Return the names of what `filing` says and its drawn `page`, read again, does not; each once, in their order."""
    found = recognise(page, every_layout(tuple(folders)), reading_vocabulary()).filings
    read, _ = with_attached(found, page.attachment)
    if len(read) != 1:
        return ["整份材料"]
    return list(dict.fromkeys(_lost(filing, read[0])))


def _lost(filing: Filing, read: Filing) -> Iterator[str]:
    yield from _absent(filing, read, _FACTS)
    yield from _absent(filing.narrative, read.narrative, _SECTIONS)
    yield from _absent(filing.sign_off, read.sign_off, _SIGNATURES)
    for row, seen in zip_longest(filing.rows, read.rows):
        if row is not None:
            yield from _absent(row, seen, _CELLS)


def _absent(stated: object, read: object, names: dict[str, str]) -> Iterator[str]:
    for name, said in names.items():
        if _says(getattr(stated, name)) and not _says(getattr(read, name, None)):
            yield said


def _says(value: object) -> bool:
    return bool(value.text.strip()) if isinstance(value, Section) else value is not None and value not in ((), "")
