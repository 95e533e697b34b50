"""TY11."""

import re
from collections.abc import Iterator
from itertools import chain
from operator import attrgetter

from jiping.checks.check import Objection, check
from jiping.domain.filing import Filing
from jiping.domain.finding import Severity
from jiping.domain.place import Place
from jiping.scoring.score import Evaluation

_HIDDEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_FACTS = {
    "project": "项目名称",
    "unit": "填报单位",
    "department": "主管部门",
    "started": "项目开始时间",
    "finished": "项目完成时间",
    "stated_grade": "等次",
    "stated_satisfaction": "满意度",
}
_CELLS = {
    "level1": "一级指标",
    "level2": "二级指标",
    "level3": "三级指标",
    "target": "年初指标值",
    "actual": "实际完成值",
    "reason": "最后一栏",
}
_facts = attrgetter(*_FACTS)
_cells = attrgetter(*_CELLS)


@check(code="TY11", severity=Severity.WARN)
def no_hidden_characters(evaluation: Evaluation) -> Iterator[Objection]:
    """填写的内容中不得夹有制表符等看不见的控制字符。

    为何：看不见的字符使两个看似相同的值不相等，也不能写进正式文本。
    反例：实际完成值“98<制表符>%”。
    正例：实际完成值“98%”。
    """
    filing = evaluation.filing
    texts = chain(_facts(filing), chain.from_iterable(map(_cells, filing.rows)))
    if _HIDDEN.search("".join(filter(None, texts))) is None:
        return
    for where, cell, text, place in _written(filing):
        hidden = _HIDDEN.search(text or "")
        if hidden is not None:
            yield Objection(
                where=where,
                message=f"{cell}中有{_named(hidden[0])}。",
                remedy="请删去这个看不见的字符，需要空开的用空格。",
                place=place,
            )


def _written(filing: Filing) -> Iterator[tuple[str, str, str | None, Place | None]]:
    """Yield where a text stands, what its cell is called, the text and its place."""
    for label, text in zip(_FACTS.values(), _facts(filing), strict=True):
        yield label, label, text, filing.place
    for row in filing.rows:
        where = _HIDDEN.sub("", row.level3) or "指标"
        for label, text in zip(_CELLS.values(), _cells(row), strict=True):
            yield where, label, text, row.place


def _named(character: str) -> str:
    return "制表符" if character == "\t" else f"看不见的控制字符 U+{ord(character):04X}"
