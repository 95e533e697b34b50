"""Edit a section's text without losing the figures bound to facts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from jiping.domain.filing import BoundNumber, Filing, Narrative, Section


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace what stands from `start` to `end` by `text`."""

    start: int
    end: int
    text: str


def edited(section: Section, edits: Iterable[Edit]) -> Section:
    """Return the section with the edits made; one that would touch a bound figure is left out."""
    kept = sorted((each for each in edits if not _touches(each, section.bound)), key=lambda each: each.start)
    text, at = "", 0
    for each in kept:
        text += section.text[at : each.start] + each.text
        at = each.end
    bound = tuple(replace(each, start=each.start + _shift(each.start, kept)) for each in section.bound)
    return replace(section, text=text + section.text[at:], bound=bound)


def with_sections(filing: Filing, change: Callable[[Section], Section]) -> Filing:
    """Return the filing with `change` made to every section of its narrative."""
    sections = {name.value: change(section) for name, section in filing.narrative.sections()}
    return replace(filing, narrative=Narrative(**sections))


def _touches(edit: Edit, bound: Iterable[BoundNumber]) -> bool:
    return any(edit.start < each.start + len(each.text) and each.start < edit.end for each in bound)


def _shift(start: int, edits: Iterable[Edit]) -> int:
    return sum(len(each.text) - (each.end - each.start) for each in edits if each.end <= start)
