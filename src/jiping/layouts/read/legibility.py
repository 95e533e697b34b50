"""Doubts about facts that a reader was not sure of: letters of a picture, cells without walls."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from jiping.domain.document import Document, Para
from jiping.domain.doubt import Confidence, Doubt, Figure
from jiping.domain.filing import Filing
from jiping.domain.money import plain
from jiping.domain.place import Place
from jiping.layouts.read.recognition import Trace, Traced
from jiping.rulepack.pack import RulePack

_FIGURES = {
    "weight": Figure.WEIGHT,
    "score": Figure.SCORE,
    "target": Figure.TARGET,
    "operator": Figure.TARGET,
    "measure": Figure.TARGET,
    "actual": Figure.ACTUAL,
    "initial": Figure.MONEY,
    "full_year": Figure.MONEY,
    "executed": Figure.MONEY,
    "expenditure": Figure.MONEY,
    "rate": Figure.RATE,
    "stated_score": Figure.SCORE,
    "stated_satisfaction": Figure.ACTUAL,
}
_FIELDS = {
    "title": "标题",
    "project": "项目名称",
    "unit": "填报单位",
    "year": "项目年度",
    "department": "主管部门",
    "started": "开始时间",
    "finished": "完成时间",
    "expenditure": "项目支出",
    "stated_score": "自评得分",
    "stated_grade": "等级",
    "stated_satisfaction": "满意度",
    "head": "单位负责人",
    "preparer": "填报人",
    "phone": "联系电话",
    "dated": "填报日期",
}
_UNFIT = {Traced.SECTION, Traced.HEADING, Traced.LABEL}  # long prose, and words that hold no fact


@dataclass(frozen=True)
class Legibility:
    """How sure a recognition must be: below `low` nothing is computed, below `medium` a person should look."""

    low: Decimal
    medium: Decimal

    def doubts(self, document: Document, filing: Filing, traces: Iterable[Trace]) -> Iterator[Doubt]:
        """Yield a doubt for every fact of the filing that stands where the recognition was not sure."""
        unsure = {place: sure for place, sure in _recognised(document) if sure < self.medium}
        for trace in traces if unsure else ():
            if trace.place in unsure and trace.of not in _UNFIT:
                yield self._doubt(trace, filing, unsure)

    def _doubt(self, trace: Trace, filing: Filing, unsure: Mapping[Place, Decimal]) -> Doubt:
        sure = unsure[trace.place]
        where, text = _owner(trace, filing), trace.text.strip()
        figures = (_FIGURES[trace.field],) if trace.field in _FIGURES else ()
        why = f"“{where}”一处的“{text}”是认出来的，把握只有 {plain(sure * 100)}%，请对照原件核对。"
        return Doubt(where, text, why, Confidence.LOW if sure < self.low else Confidence.MEDIUM, trace.place, figures)


def legibility_of(pack: RulePack) -> Legibility:
    """Return the bounds of `pack`."""
    return Legibility(pack.thresholds["recognition_low"], pack.thresholds["recognition_medium"])


def _recognised(document: Document) -> Iterator[tuple[Place, Decimal]]:
    """Yield every place whose text was recognised from a picture, with how sure its least sure letter is."""
    for block in (block for part in document.parts for block in part.blocks):
        for each in (block,) if isinstance(block, Para) else (cell for row in block.rows for cell in row):
            if each.place is not None and each.confidence is not None:
                yield each.place, each.confidence


def _owner(trace: Trace, filing: Filing) -> str:
    """Return what a filer calls the row, line or field that the fact belongs to."""
    if trace.of is Traced.ROW and trace.number is not None:
        return filing.rows[trace.number].level3
    if trace.of is Traced.FUND and trace.number is not None:
        return filing.funds[trace.number].name
    return "总计" if trace.of is Traced.TOTAL else _FIELDS.get(trace.field, trace.field)
