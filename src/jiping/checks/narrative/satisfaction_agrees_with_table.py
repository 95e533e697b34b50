"""NA15."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from jiping.checks.check import Objection, check
from jiping.checks.prose import section, sections
from jiping.checks.wordlist import any_word, found
from jiping.domain.doubt import Figure
from jiping.domain.filing import Section, SectionName
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.rulepack.pack import RulePack
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.score import Evaluation, RowScore

_RESULTS = (SectionName.EVALUATION, SectionName.PERFORMANCE, SectionName.PROBLEMS)
_CLAUSE = re.compile(r"[^，。；！？,;!?\n]+")
_STATED = re.compile(r"满意[度率][^\d]{0,8}(\d+(?:\.\d+)?)\s*[%％](?!以上|及以上|左右)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_YEAR = re.compile(r"(20\d\d)\s*年")


class _Claim(NamedTuple):
    number: Decimal
    subject: str  # the words before 满意度
    told: Section | None


@check(code="NA15", severity=Severity.BLOCK, basis="self_evaluation_measures_2020", rests_on=(Figure.ACTUAL,))
def satisfaction_agrees_with_table(evaluation: Evaluation) -> Iterator[Objection]:
    """正文写的满意度应与评分表一致。

    为何：同一次调查只有一个结果；两处不同，无法确定按哪个计分。
    反例：正文写“满意度达 96%”，评分表实际完成值 97%。
    正例：两处都是 97%。
    说明：目标、今后的打算、以往年度的满意度，以及另一些人的满意度，不与评分表比较。
    """
    rows = [each for each in evaluation.rows if each.kind is IndicatorKind.SATISFACTION]
    measured = [each.actual.number for each in rows if each.actual.number is not None]
    claims = _claims(evaluation) if measured else []
    confirmed = {each.subject for each in claims if each.number in measured}
    wrong = (each for each in claims if each.number not in measured and _about(each.subject, rows, evaluation.pack))
    first = next((each for each in wrong if not confirmed or (each.subject in confirmed and len(measured) == 1)), None)
    if first is None:
        return
    yield Objection(
        where=rows[0].row.level3 if first.told is None else first.told.heading,
        message=f"正文写满意度 {plain(first.number)}%，评分表为 {'、'.join(f'{plain(each)}%' for each in measured)}，两处不一致。",
        remedy="请核对调查结果，改正错的一处。",
        place=rows[0].row.place if first.told is None else first.told.place,
    )


def _claims(evaluation: Evaluation) -> list[_Claim]:
    """Return the satisfaction told as this year's result; a filing without narrative may state it alone."""
    if not sections(evaluation):
        stated = _NUMBER.search(evaluation.filing.stated_satisfaction or "")
        return [_Claim(Decimal(stated.group()), "", None)] if stated else []
    claims = []
    for told in filter(None, (section(evaluation, name) for name in _RESULTS)):
        for clause in _CLAUSE.findall(told.text) if "满意" in told.text else ():
            stated = _STATED.search(clause)
            if stated and not _tells_of_another_time(clause, evaluation):
                claims.append(_Claim(Decimal(stated[1]), clause[: stated.start()].strip(), told))
    return claims


def _tells_of_another_time(clause: str, evaluation: Evaluation) -> bool:
    if any_word(evaluation.pack, "not_the_result_words").search(clause):
        return True
    return any(year != str(evaluation.filing.year) for year in _YEAR.findall(clause))


def _about(subject: str, rows: Sequence[RowScore], pack: RulePack) -> bool:
    """Tell whether a claim can speak of those a row asked; words for anybody speak of everybody."""
    asked = found(pack, "specific_respondent_words", subject)
    names = [found(pack, "specific_respondent_words", each.row.level3) for each in rows]
    return asked is None or None in names or asked in names
