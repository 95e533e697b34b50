"""Bound numbers in hand-written prose: `项目支出 {{expenditure=6 万元}}` binds the text “6 万元” to a fact.

`{{=}}` stands for two literal braces.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import attrgetter

from jiping.domain.filing import BoundNumber, Filing, Narrative, Section

_MARK = re.compile(r"\{\{([^{}=\n]+)=([^{}\n]+)\}\}|\{\{=\}\}")
_FACT = re.compile(r"[^{}=\n]+")
_MARKABLE = re.compile(r"[^{}\n]+")
_SHOWN = 20  # characters of a faulty mark quoted to the clerk

POSITION = attrgetter("start", "fact", "text")  # the order bound numbers are kept in


def mark(text: str, bound: Sequence[BoundNumber]) -> tuple[str, tuple[BoundNumber, ...]]:
    """Return the text with its bound numbers marked, and those that cannot be marked where they claim to stand."""
    pieces: list[str] = []
    left: list[BoundNumber] = []
    end = 0
    for number in sorted(bound, key=POSITION):
        if number.start < end or not _stands(number, text):
            left.append(number)
            continue
        pieces += (_escape(text[end : number.start]), f"{{{{{number.fact}={number.text}}}}}")
        end = number.start + len(number.text)
    return "".join((*pieces, _escape(text[end:]))), tuple(left)


def unmark(marked: str) -> tuple[str, tuple[BoundNumber, ...]]:
    """Return the text a reader sees, and the numbers bound in it."""
    pieces: list[str] = []
    bound: list[BoundNumber] = []
    length = end = 0
    for found in _MARK.finditer(marked):
        between, inside = marked[end : found.start()], found[2] or "{{"
        length += len(between)
        if found[1]:
            bound.append(BoundNumber(found[1], inside, length))
        length += len(inside)
        pieces += (between, inside)
        end = found.end()
    return "".join((*pieces, marked[end:])), tuple(bound)


def unclosed(marked: str) -> str | None:
    """Return the beginning of the first two braces that open no mark, None when every mark is whole."""
    end = 0
    for start, stop in (*(found.span() for found in _MARK.finditer(marked)), (len(marked), len(marked))):
        odd = marked.find("{{", end, start)
        if odd >= 0:
            return marked[odd : odd + _SHOWN].partition("\n")[0]
        end = stop
    return None


def marked(filing: Filing) -> Filing:
    """Return the filing as a clerk edits it: marks in the prose, and only what cannot be marked kept beside it."""

    def change(section: Section) -> Section:
        text, left = mark(section.text, section.bound)
        return replace(section, text=text, bound=left)

    return _with_each_section(filing, change)


def unmarked(filing: Filing) -> Filing:
    """Return the filing as it is read: marks turned into bound numbers, in the order they stand."""

    def change(section: Section) -> Section:
        text, bound = unmark(section.text)
        return replace(section, text=text, bound=tuple(sorted((*bound, *section.bound), key=POSITION)))

    return _with_each_section(filing, change)


def _with_each_section(filing: Filing, change: Callable[[Section], Section]) -> Filing:
    sections = {name: change(section) for name, section in filing.narrative.sections()}
    return replace(filing, narrative=Narrative(**sections))


def _stands(number: BoundNumber, text: str) -> bool:
    writable = _FACT.fullmatch(number.fact) and _MARKABLE.fullmatch(number.text)
    return bool(writable) and text.startswith(number.text, number.start)


def _escape(text: str) -> str:
    return text.replace("{{", "{{=}}")
