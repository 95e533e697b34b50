"""PR09."""

from collections.abc import Iterator, Sequence

from jiping.checks.check import Objection, Scope, check
from jiping.checks.likeness import likeness
from jiping.checks.phrasebook import phrasebook
from jiping.checks.prose import section, whole_text
from jiping.checks.quotation import quote
from jiping.checks.silence import says_none
from jiping.checks.wordlist import any_word
from jiping.checks.years import Succession, successions
from jiping.domain.filing import Section, SectionName
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="PR09", severity=Severity.WARN, scope=Scope.UNIT)
def last_years_problem_is_answered(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """上年查出的问题，今年应当有交代。

    为何：自评的用处在于改进；同样的问题年年写，或上年的措施今年只字不提，说明没有整改。
    反例：2023 年、2024 年的“存在问题”一字不差，没有写上年措施做到了什么程度。
    正例：写明“上年提出的排班调整已于 3 月完成，等候时间缩短到 15 分钟”。
    说明：写了上年整改情况的不报；认不出上年措施说的是什么事的不判断。
    """
    for pair in successions(tuple(evaluations)):
        if any_word(pair.now.pack, "follow_up_words").search(whole_text(pair.now)):
            continue
        repeated = _repeated_problem(pair)
        dropped = "" if repeated else _dropped_measure(pair)
        told = repeated or section(pair.now, SectionName.PROBLEMS) or section(pair.now, SectionName.MEASURES)
        if repeated:
            message = (
                f"与{pair.year_before}写的问题几乎相同，没有写上年的措施落实得怎样：{quote(_opening(repeated.text))}。"
            )
        elif dropped:
            message = f"{pair.year_before}的措施说的是{dropped}，今年的自评没有再提到。"
        else:
            continue
        yield Objection(
            where="存在问题" if told is None else told.heading,
            message=message,
            remedy="请写明上年问题的整改结果；仍未解决的，写明原因和下一步办法。",
            place=None if told is None else told.place,
            about=pair.now,
        )


def _repeated_problem(pair: Succession) -> Section | None:
    old, new = section(pair.before, SectionName.PROBLEMS), section(pair.now, SectionName.PROBLEMS)
    if old is None or new is None or says_none(new.text, pair.now.pack):
        return None
    return new if likeness(old.text, new.text) >= pair.now.pack.thresholds["alike_years"] else None


def _dropped_measure(pair: Succession) -> str:
    """Return what last year's measures were about if nothing of it is mentioned this year."""
    measures = section(pair.before, SectionName.MEASURES)
    if measures is None or not whole_text(pair.now):
        return ""
    topics = phrasebook(pair.now.pack, "problem_topics")
    promised = {str(row["topic"]): None for _, row in topics.hits(measures.text)}
    kept = {str(row["topic"]) for _, row in topics.hits(whole_text(pair.now))}
    return "、".join(promised) if kept.isdisjoint(promised) else ""


def _opening(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:30]}……"
