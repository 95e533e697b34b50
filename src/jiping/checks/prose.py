"""What a narrative says, taken apart once for all checks: sentences, amounts of money, head counts."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from jiping.domain.filing import Section, SectionName
from jiping.domain.money import Money
from jiping.domain.units import SCALES
from jiping.scoring.score import Evaluation

_SENTENCE = re.compile(r"[^。！？；;!?\n]+[。！？；;!?]?")
_AMOUNT = re.compile(r"(\d[\d,]*+(?:\.\d++)?+)\s*+([亿万千])?元")
_PEOPLE = re.compile(r"(\d[\d,]*+(?:\.\d++)?+)\s*+(万)?[名位]?[^\d，,。；;]{0,6}?人(?![均员民力社才大])")
_MONEY_OR_PEOPLE = re.compile("[元人]")
_DATE_OR_NUMBER = re.compile(r"\d{4}\s*[年—-]|\d+\s*[月日号]|[〔\[（(]\d{4}[〕\]）)]")
_KEPT = 256  # evaluations in turn, told apart by identity; a unit's filings of one year fit in


class Mention(NamedTuple):
    """A figure in prose: the exact number (元 for money, persons for people) and the words it stood in."""

    number: Decimal
    text: str
    start: int


class Figured(NamedTuple):
    """A sentence that names money or people, with its figures and the section it stands in."""

    section: Section
    text: str
    money: tuple[Mention, ...]
    people: tuple[Mention, ...]


@lru_cache(maxsize=_KEPT)
def sections(evaluation: Evaluation) -> tuple[tuple[SectionName, Section], ...]:
    """Return the sections that say something, in order."""
    return tuple([(name, section) for name, section in evaluation.filing.narrative.sections() if section.text])


def section(evaluation: Evaluation, name: SectionName) -> Section | None:
    """Return the section if it says something."""
    told: Section | None = getattr(evaluation.filing.narrative, name)
    return told if told is not None and told.text else None


@lru_cache(maxsize=_KEPT)
def whole_text(evaluation: Evaluation) -> str:
    """Return all narrative text of a filing, one section a line."""
    return "\n".join([each.text for _, each in sections(evaluation)])


def occurrences(pattern: re.Pattern[str], evaluation: Evaluation) -> Iterator[tuple[Section, re.Match[str]]]:
    """Return every match of `pattern` in the narrative, with the section it stands in."""
    return ((each, match) for each in sections_with(pattern, evaluation) for match in pattern.finditer(each.text))


def sentences_with(pattern: re.Pattern[str], evaluation: Evaluation) -> Iterator[tuple[Section, str]]:
    """Return the sentences in which `pattern` occurs, each with its section."""
    told = ((each, sentence) for each in sections_with(pattern, evaluation) for sentence in sentences(each.text))
    return ((each, sentence) for each, sentence in told if pattern.search(sentence))


def sections_with(pattern: re.Pattern[str], evaluation: Evaluation) -> Sequence[Section]:
    """Return the sections in which `pattern` occurs; most patterns occur nowhere, which one search tells."""
    if pattern.search(whole_text(evaluation)) is None:
        return ()
    return [each for _, each in sections(evaluation) if pattern.search(each.text)]


@lru_cache(maxsize=_KEPT)
def figured(evaluation: Evaluation) -> tuple[Figured, ...]:
    """Return the sentences that name an amount of money or a head count, in order."""
    told = sentences_with(_MONEY_OR_PEOPLE, evaluation)
    found = (Figured(each, sentence, amounts(sentence), people(sentence)) for each, sentence in told)
    return tuple([each for each in found if each.money or each.people])


def head_counts(evaluation: Evaluation) -> list[Mention]:
    """Return every head count of the narrative, in order."""
    return [count for each in figured(evaluation) for count in each.people]


@lru_cache(maxsize=8192)
def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences and half-sentences of `text`, trimmed, with their closing mark."""
    return tuple([bare for each in _SENTENCE.findall(text) if (bare := each.strip())])


def amounts(text: str) -> tuple[Mention, ...]:
    """Return the amounts of money in `text`, in yuan."""
    return _mentions(_AMOUNT, text) if "元" in text else ()


def people(text: str) -> tuple[Mention, ...]:
    """Return the head counts in `text`."""
    return _mentions(_PEOPLE, text) if "人" in text else ()


@lru_cache(maxsize=8192)
def has_figure(text: str) -> bool:
    """True when `text` holds a figure that is neither a date nor the number of a document."""
    return any(map(str.isdigit, _DATE_OR_NUMBER.sub("", text)))


def money(mention: Mention) -> Money:
    return Money(mention.number)


def _mentions(pattern: re.Pattern[str], text: str) -> tuple[Mention, ...]:
    return tuple(
        Mention(Decimal(m[1].replace(",", "")) * SCALES[m[2] or ""], m[0], m.start()) for m in pattern.finditer(text)
    )
