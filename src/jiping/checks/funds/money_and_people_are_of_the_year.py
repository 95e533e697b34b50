"""FU12."""

import re
from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import amounts, people, sections, sentences
from jiping.checks.wordlist import any_word
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation

_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年")


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
    for _, each in sections(evaluation):
        if all(int(said) >= year for said in _YEAR.findall(each.text)):
            continue
        told = [(years, sentence) for sentence in sentences(each.text) if (years := _YEAR.findall(sentence))]
        odd = [
            (years, sentence)
            for years, sentence in told
            if all(int(said) < year for said in years) and paid.search(sentence) and _counted(sentence)
        ]
        if odd:
            said = "；".join(f"{'、'.join(dict.fromkeys(years))} 年的{_figures(sentence)}" for years, sentence in odd)
            yield Objection(
                where=each.heading,
                message=f"项目年度为 {year} 年，文中写的是{said}。",
                remedy=f"请写明这些款项是否在 {year} 年支付，并分开写明各年度的人数和金额。",
                place=each.place,
            )


def _counted(sentence: str) -> bool:
    return bool(people(sentence)) and bool(amounts(sentence))


def _figures(sentence: str) -> str:
    return "、".join(mention.text for mention in (*people(sentence)[:1], *amounts(sentence)[:1]))
