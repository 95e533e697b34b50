"""NA20."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.domain.filing import BoundNumber
from jiping.domain.finding import Severity
from jiping.scoring.facts import drifted, facts, label_of
from jiping.scoring.score import Evaluation


@check(code="NA20", severity=Severity.BLOCK)
def bound_number_drifted(evaluation: Evaluation) -> Iterator[Objection]:
    """文中与数据绑定的数字应与数据一致。

    为何：起草后又改了数据而没有改文字，或改了文字而没有改数据，同一份材料就有两个说法。
    反例：起草时项目支出 6 万元，后来核定为 5.8 万元，项目概况仍写“项目支出 6 万元”。
    正例：项目支出改为 5.8 万元，项目概况同时改为“项目支出 5.8 万元”。
    """
    if not any(section.bound for _, section in evaluation.filing.narrative.sections()):
        return
    known = facts(evaluation)
    for _, section in evaluation.filing.narrative.sections():
        for number, now in drifted(section, known):
            message, remedy = _words(number, now)
            yield Objection(message, remedy, section.heading, section.place)


def _words(number: BoundNumber, now: str | None) -> tuple[str, str]:
    label = label_of(number.fact)
    if now is None:
        return f"文中写有{label}“{number.text}”，数据中没有这一项。", f"请补填{label}，或删改这处文字。"
    if number.text == now:
        return f"{label}为“{now}”，文中原来写明的地方已改成别的内容。", f"请在文中写明{label}“{now}”，或核对数据。"
    return f"文中写{label}“{number.text}”，数据现为“{now}”。", f"请把文字改为“{now}”，或核对数据。"
