"""The satisfaction survey as a filing tells it: the rows, who was asked, how many, how and when."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from jiping.checks.category import Category, categories
from jiping.checks.prose import sentences_with
from jiping.checks.wordlist import any_word
from jiping.domain.value.kinds import ValueKind
from jiping.domain.words import alternatives
from jiping.rulepack.pack import RulePack
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.score import Evaluation, RowScore

_IN_WORDS = (IndicatorKind.QUALITATIVE, IndicatorKind.YES_NO)
_DAY = re.compile(r"\d{1,2}\s*月|\d{4}-\d{1,2}")


@dataclass(frozen=True, slots=True)
class Survey:
    """What the narrative says of the survey: how many answers, by which method, whether a month or day is named."""

    size: bool
    method: bool
    dated: bool


@lru_cache(maxsize=256)
def satisfaction_rows(evaluation: Evaluation) -> tuple[RowScore, ...]:
    """Return the rows that measure satisfaction."""
    pairs = zip(evaluation.rows, categories(evaluation), strict=True)
    return tuple([each for each, category in pairs if is_satisfaction(each, category)])


def is_satisfaction(each: RowScore, category: Category | None) -> bool:
    """True for a row of `category` that measures satisfaction, in figures or in words."""
    in_words = category is Category.SATISFACTION and each.kind in _IN_WORDS
    return in_words or each.kind is IndicatorKind.SATISFACTION


def percentage(each: RowScore) -> Decimal | None:
    """Return the actual in per cent; None for a word or another quantity."""
    return each.actual.number if each.actual.kind is ValueKind.PERCENT else None


@lru_cache(maxsize=256)
def satisfaction(evaluation: Evaluation) -> RowScore | None:
    """Return the first satisfaction row with a percentage; a filing has seldom more than one."""
    return next((each for each in satisfaction_rows(evaluation) if percentage(each) is not None), None)


def told_survey(evaluation: Evaluation, each: RowScore) -> Survey:
    """Return what is told of the survey behind a row, in the narrative and in the row's reason."""
    return _survey(f"{survey_text(evaluation)}\n{each.row.reason or ''}", evaluation.pack)


@lru_cache(maxsize=256)
def survey_text(evaluation: Evaluation) -> str:
    """Return the sentences of the narrative that speak of satisfaction or a survey."""
    about = any_word(evaluation.pack, "survey_words")
    return "\n".join([sentence for _, sentence in sentences_with(about, evaluation)])


@lru_cache(maxsize=256)
def respondents(evaluation: Evaluation) -> str | None:
    """Return the words the narrative has for those asked (群众, 参保人员), None when it names nobody."""
    return _respondents(survey_text(evaluation), evaluation.pack)


@lru_cache(maxsize=8192)
def _survey(text: str, pack: RulePack) -> Survey:
    return Survey(
        size=_counted(pack).search(text) is not None,
        method=any_word(pack, "survey_methods").search(text) is not None,
        dated=_DAY.search(text) is not None,
    )


@lru_cache(maxsize=8192)
def _respondents(text: str, pack: RulePack) -> str | None:
    found = _asked(pack).search(text)
    return found["who"] if found else None


@lru_cache(maxsize=64)
def _counted(pack: RulePack) -> re.Pattern[str]:
    return re.compile(rf"\d\s*(?:{alternatives(pack.words('survey_units'))})")


@lru_cache(maxsize=64)
def _asked(pack: RulePack) -> re.Pattern[str]:
    who = alternatives(pack.words("respondent_words"))
    return re.compile(rf"(?P<who>{who})(?:[^，。；\n]{{0,4}}(?:对|的)[^，。；\n]{{0,20}})?满意")
