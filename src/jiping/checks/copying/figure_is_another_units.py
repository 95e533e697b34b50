"""CP07."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from jiping.checks.check import Objection, Scope, check
from jiping.checks.gathering import mark
from jiping.checks.likeness import likeness
from jiping.checks.payments import amounts_apart
from jiping.checks.prose import Figured, figured
from jiping.checks.quotation import quote
from jiping.checks.wordlist import any_word
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation

_Told = tuple[Evaluation, Figured]


def _marks(evaluation: Evaluation) -> Iterator[int]:
    return (mark(_plain(told.text)) for told in _own(evaluation))


@check(code="CP07", severity=Severity.WARN, scope=Scope.ALL, marks=_marks)
def figure_is_another_units(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """不同单位不应写出同一句带具体数字的话。

    为何：人数、金额是各单位自己的；连数字带句子都一样，说明至少一家的数不是自己的。
    反例：甲、乙两个中心都写“全年共有 4542 人符合条件，兑付补助 454.2 万元”。
    正例：各写各的人数和金额。
    说明：引用文件、标准的句子和许多单位都写的句子不算；整段相同的由 CP06 报告。
    """
    groups: defaultdict[str, list[_Told]] = defaultdict(list)
    for evaluation in evaluations:
        for told in _own(evaluation):
            groups[_plain(told.text)].append((evaluation, told))
    for group in groups.values():
        (first, source), *_ = group
        others = [(each, told) for each, told in group if each.filing.unit != first.filing.unit]
        units = {each.filing.unit or "" for each, _ in group}
        if not others or len(units) > first.pack.thresholds["uncommon_units"]:
            continue
        for evaluation, told in others:
            if likeness(told.section.text, source.section.text) < evaluation.pack.thresholds["alike_units"]:
                yield Objection(
                    where=told.section.heading,
                    message=f"{quote(told.text)}与{first.filing.unit}{quote(first.filing.label)}所写连数字都相同。",
                    remedy="请按本单位的台账核对人数和金额。",
                    place=told.section.place,
                    about=evaluation,
                )


def _own(evaluation: Evaluation) -> Iterator[Figured]:
    """Yield the sentences with figures so particular that two units would not share them by chance."""
    limits = evaluation.pack.thresholds
    fixed = any_word(evaluation.pack, "quoted_figure_words")
    for told in figured(evaluation):
        particular = (*amounts_apart(told.text, evaluation.pack).totals, *told.people)
        if (
            len(_plain(told.text)) >= limits["copied_text_length"]
            and any(len(each.number.normalize().as_tuple().digits) >= limits["telling_digits"] for each in particular)
            and not fixed.search(told.text)
        ):
            yield told


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text))
