"""EV05."""

from collections.abc import Iterator
from dataclasses import replace

from jiping.checks.check import CannotRun, Objection, check
from jiping.checks.receipts import receipts
from jiping.domain.finding import Severity
from jiping.domain.proof import Proof
from jiping.scoring.marker import RowScore, marker_of
from jiping.scoring.score import Evaluation

_AGAIN = "请用 jiping evaluate 由业务记录重新填写。"


@check(code="EV05", severity=Severity.BLOCK, basis="practice")
def receipts_hold(evaluation: Evaluation) -> Iterator[Objection]:
    """材料所列的计量凭据应在业务数据中查得到，数值、期间相符，没有变化。

    为何：凭据编号谁都可以写；只有查到原件、重算一致，才证明得了数字。
    反例：预算执行率写 100%，所列凭据的数值是 98.6%；或者数据文件夹里没有这张凭据。
    正例：逐张查到凭据，数值与表上相同，按现在的口径和规则重算没有变化。
    说明：用 --data 指明业务数据所在的文件夹；没有指明的不运行。没有列凭据的材料不在此列。
    """
    named = [each for each in evaluation.rows if next(receipts(each.row), None)]
    if named and evaluation.proofs is None:
        raise CannotRun("没有指明业务数据（--data），所列的计量凭据没有核对。")
    for each in named:
        proofs = [proof for proof in evaluation.proofs or () if proof.row == each.row.level3]
        for message, remedy in _doubts(evaluation, each, proofs):
            yield Objection(message, remedy, where=each.row.level3, place=each.row.place)


def _doubts(evaluation: Evaluation, row: RowScore, proofs: list[Proof]) -> Iterator[tuple[str, str]]:
    year = evaluation.filing.year
    for each in proofs:
        if each.fault:
            yield f"计量凭据 {each.receipt} 不能证明这个数字：{each.fault}", _AGAIN
        elif (
            each.period is not None
            and year is not None
            and (each.period.first.year, each.period.last.year) != (year,) * 2
        ):
            yield f"计量凭据 {each.receipt} 是 {each.period}的，本材料自评的是 {year} 年。", _AGAIN
        elif each.drift:
            yield (
                f"计量凭据 {each.receipt} 已有变化：{'；'.join(each.drift)}。",
                "请按现在的口径重新计量，或说明为何沿用当时的口径。",
            )
    sound = [each for each in proofs if not each.fault]
    if sound and not any(_agrees(evaluation, row, each.expected) for each in sound):
        shown = "、".join(each.expected or "无数值" for each in sound)
        yield f"完成值“{row.row.actual or ''}”与所列计量凭据的数值“{shown}”不同。", _AGAIN


def _agrees(evaluation: Evaluation, row: RowScore, expected: str | None) -> bool:
    """Tell whether the row shows what the receipt says, in the same words or as the same number of the same unit."""
    if expected is None or row.row.actual is None:
        return expected == row.row.actual
    if "".join(expected.split()) == "".join(row.row.actual.split()):
        return True
    proven = marker_of(evaluation.pack).mark(replace(row.row, actual=expected)).actual
    return proven.number is not None and (proven.number, proven.unit) == (row.actual.number, row.actual.unit)
