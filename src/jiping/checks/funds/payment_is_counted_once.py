"""FU22."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jiping.checks.check import Objection, Scope, check
from jiping.checks.gathering import mark
from jiping.checks.payments import amounts_apart
from jiping.checks.prose import Mention, figured
from jiping.checks.quotation import quote
from jiping.checks.wordlist import found
from jiping.checks.years import plain_name
from jiping.domain.filing import Section
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation


class _Payment(NamedTuple):
    evaluation: Evaluation
    section: Section
    sentence: str
    amount: Mention
    purpose: str

    @property
    def same(self) -> str:
        return f"{plain(self.amount.number)} {self.purpose} {self.evaluation.filing.year}"


def _marks(evaluation: Evaluation) -> Iterator[int]:
    return (mark(payment.same) for payment in _payments(evaluation))


@check(code="FU22", severity=Severity.WARN, scope=Scope.ALL, marks=_marks)
def payment_is_counted_once(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """同一笔支出不应在两个项目或两个单位重复申报。

    为何：一笔钱只能算一次；同年、同额、同用途的支出出现两次，多半是重复列支或照抄。
    反例：两个项目都写“支付系统维护费 38.65 万元”。
    正例：一个项目列支，另一个项目写明“维护费由某项目列支”。
    说明：只看有几位不同数字的总额；连句子都相同的两个单位由 CP07 报告。
    """
    groups: defaultdict[str, list[_Payment]] = defaultdict(list)
    for evaluation in evaluations:
        for payment in _payments(evaluation):
            groups[payment.same].append(payment)
    for first, *others in groups.values():
        for payment in others:
            one, other = first.evaluation.filing, payment.evaluation.filing
            if (one.unit, plain_name(one)) != (other.unit, plain_name(other)) and first.sentence != payment.sentence:
                yield Objection(
                    where=payment.section.heading,
                    message=f"{quote(payment.purpose)}{payment.amount.text}，"
                    f"{one.unit}{quote(one.label)}也写了同年同额同用途的支出：{quote(first.sentence)}。",
                    remedy="请核对是否为同一笔支出；重复的，只在实际列支的项目中填报。",
                    place=payment.section.place,
                    about=payment.evaluation,
                )


def _payments(evaluation: Evaluation) -> Iterator[_Payment]:
    pack = evaluation.pack
    told_once: set[str] = set()
    for told in figured(evaluation):
        purpose = found(pack, "payment_purposes", told.text) if told.money else None
        if purpose is None:
            continue
        for amount in amounts_apart(told.text, pack).totals:
            payment = _Payment(evaluation, told.section, told.text, amount, purpose)
            digits = amount.number.normalize().as_tuple().digits
            if len(digits) >= pack.thresholds["telling_digits"] and payment.same not in told_once:
                told_once.add(payment.same)
                yield payment
