"""What a narrative says, taken apart once for all checks: sentences, amounts of money, head counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from jiping.domain.filing import Filing, Section, SectionName
from jiping.domain.money import Money

_SENTENCE = re.compile(r"[^。！？；;!?\n]+[。！？；;!?]?")
_AMOUNT = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(亿|万|千)?元")
_PEOPLE = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(万)?(?:名|位)?[^\d，,。；;]{0,6}?人(?!均|员|民|力|社|才|大)")
_DATE_OR_NUMBER = re.compile(r"\d{4}\s*[年—-]|\d+\s*[月日号]|[〔\[（(]\d{4}[〕\]）)]")
_SCALE = {"亿": Decimal(100_000_000), "万": Decimal(10_000), "千": Decimal(1_000), None: Decimal(1), "": Decimal(1)}


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in prose: the exact number (元 for money, persons for people) and the words it stood in."""

    number: Decimal
    text: str
    start: int


@lru_cache(maxsize=8192)
def sections(filing: Filing) -> tuple[tuple[SectionName, Section], ...]:
    """Return the sections that say something, in order."""
    return tuple((name, section) for name, section in filing.narrative.sections() if section.text)


def section(filing: Filing, name: SectionName) -> Section | None:
    """Return the section if it says something."""
    return next((each for present, each in sections(filing) if present is name), None)


def occurrences(pattern: re.Pattern[str], filing: Filing) -> Iterator[tuple[Section, re.Match[str]]]:
    """Yield every match of `pattern` in the narrative, with the section it stands in."""
    if pattern.search(whole_text(filing)):
        for _, each in sections(filing):
            for match in pattern.finditer(each.text):
                yield each, match


@lru_cache(maxsize=8192)
def whole_text(filing: Filing) -> str:
    """Return all narrative text of a filing, one section a line."""
    return "\n".join(each.text for _, each in sections(filing))


@lru_cache(maxsize=8192)
def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences and half-sentences of `text`, trimmed, with their closing mark."""
    return tuple(each.group().strip() for each in _SENTENCE.finditer(text) if each.group().strip())


@lru_cache(maxsize=8192)
def amounts(text: str) -> tuple[Mention, ...]:
    """Return the amounts of money in `text`, in yuan."""
    return _mentions(_AMOUNT, text) if "元" in text else ()


@lru_cache(maxsize=8192)
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
        Mention(Decimal(m[1].replace(",", "")) * _SCALE[m[2]], m[0], m.start()) for m in pattern.finditer(text)
    )
