"""FU12."""

import re
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from jiping.checks.check import Objection, check
from jiping.checks.prose import figured
from jiping.checks.wordlist import any_word
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation

_YEARS = re.compile(r"(?<!\d)(20\d\d)\s*年?\s*(?:[-－—–~～至到]+\s*(20\d\d)\s*)?年")


@check(code="FU12", severity=Severity.WARN)
def money_and_people_are_of_the_year(evaluation: Evaluation) -> Iterator[Objection]:
    """付款和人数应是项目年度的。

    为何：把以前年度的人和钱报在本年，既可能重复申报，也说不清本年做了什么。
    反例：2024 年项目写“2023 年共有 4542 人符合条件，兑付 454.2 万元”。
    正例：2024 年兑付 2023 年度符合条件人员 4542 人，454.2 万元。
    """
    year = evaluation.filing.year
    if year is None:
        return
    paid = any_word(evaluation.pack, "paid_words")
    counted = [told for told in figured(evaluation) if told.money and told.people and paid.search(told.text)]
    for section, sentences in groupby(counted, attrgetter("section")):
        told = [(_YEARS.findall(each.text), each) for each in sentences]
        odd = [(spans, each) for spans, each in told if spans and all(int(max(span)) < year for span in spans)]
        if odd:
            said = "；".join(
                f"{'、'.join(dict.fromkeys(map(_span, spans)))} 年的{each.people[0].text}、{each.money[0].text}"
                for spans, each in odd
            )
            yield Objection(
                where=section.heading,
                message=f"项目年度为 {year} 年，文中写的是{said}。",
                remedy=f"请写明这些款项是否在 {year} 年支付，并分开写明各年度的人数和金额。",
                place=section.place,
            )


def _span(years: tuple[str, str]) -> str:
    """Return first and last year as one says them: 2021—2023, or the only one."""
    return "—".join(filter(None, years))
