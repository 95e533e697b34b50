"""FU25."""

from collections.abc import Iterator, Sequence

from jiping.checks.check import Objection, check
from jiping.checks.fund_block import total_line
from jiping.checks.payments import last_digit, lead
from jiping.checks.prose import Mention, figured
from jiping.checks.wordlist import any_word
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import Money
from jiping.scoring.score import Evaluation


@check(code="FU25", severity=Severity.BLOCK, basis="self_evaluation_measures_2020", rests_on=(Figure.MONEY,))
def expenditure_is_one_amount(evaluation: Evaluation) -> Iterator[Objection]:
    """项目支出、项目资金的全年执行数和正文所写的支出应是同一个数。

    为何：一个项目一年只有一个支出数，写成几个数，绩效就无从核对。
    反例：项目支出 13 万元，项目资金全年执行数 12.5 万元，正文写“项目支出 12.5 万元”。
    正例：三处都是 12.5 万元。
    说明：正文写得较粗（454.2 万元与 454.1987 万元）不报；正文写了几个支出数的，有一个相符即不报。
    """
    filing, line = evaluation.filing, total_line(evaluation)
    stated, executed = filing.expenditure, None if line is None else line.executed
    apart = []
    if stated is not None and executed is not None and stated != executed:
        apart.append(f"项目资金全年执行数 {executed}")
    spent = executed if stated is None else stated
    told = _told(evaluation)
    if spent is not None and told and not any(_same(each, spent) for each in told):
        apart.append(f"正文写{'、'.join(dict.fromkeys(each.text for each in told))}")
    if spent is not None and apart:
        name = "全年执行数" if stated is None else "项目支出"
        yield Objection(
            where="项目支出",
            message=f"{name} {spent}，{'，'.join(apart)}。",
            remedy="请按决算核对，把各处改为同一个数。",
            place=None if line is None else line.place,
        )


def _told(evaluation: Evaluation) -> Sequence[Mention]:
    """Return the amounts that the narrative calls the project's expenditure."""
    named, alone = any_word(evaluation.pack, "expenditure_leads"), evaluation.pack.words("expenditure_leads_by_budget")
    line = total_line(evaluation)
    budgets = () if line is None else (line.initial, line.full_year)
    return [
        amount
        for each in figured(evaluation)
        for amount in each.money
        if ((found := named.search(before := lead(each.text, amount).rstrip())) and found.end() == len(before))
        or (
            before in alone
            and any(_same(other, whole) for other in each.money for whole in budgets if whole is not None)
        )
    ]


def _same(told: Mention, spent: Money) -> bool:
    return abs(told.number - spent.yuan) * 2 <= last_digit(told)
