"""What only a title says: the year, and the project where no line or cell names it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from jiping.domain.doubt import Confidence, Doubt
from jiping.layouts.read.facts.identity import IDENTITY
from jiping.layouts.read.sheet import Sheet
from jiping.layouts.spacing import bare, half_width
from jiping.layouts.template import pattern

_YEAR = re.compile(r"(?P<before>.*?)(?P<year>20\d\d)\s*年度?(?P<after>.*)")


def title_facts(sheet: Sheet) -> Mapping[str, str]:
    """Return year and project as the title states them; what stands before the year is the unit.

    A unit and a project without a year between them run into one another: then only a unit stated elsewhere parts them.
    """
    title = half_width(sheet.title_text or "")
    dated = _YEAR.fullmatch(title)
    facts = {"year": dated["year"]} if dated else {}
    found = pattern(sheet.title.template).fullmatch(title) if sheet.title else None
    groups = found.groupdict() if found else {}
    facts |= {"year": groups["year"]} if "year" in groups else {}
    if "project" in groups and "unit" not in groups:
        project, unit = bare(groups["project"]), bare(sheet.facts.get("unit", ""))
        if inner := _YEAR.fullmatch(project):
            project, unit = inner["after"], inner["before"]
            facts |= {"unit": unit} if unit else {}
        facts["project"] = project.removeprefix(unit) or project
    return facts


def facts_of_title_alone(sheets: Sequence[Sheet]) -> Mapping[str, str]:
    """Return the facts that nothing but the title of the first sheet states."""
    stated = {name for sheet in sheets for name in sheet.facts}
    return {name: value for name, value in title_facts(sheets[0]).items() if name not in stated}


def doubts_of_title(sheets: Sequence[Sheet]) -> Iterator[Doubt]:
    """Yield a doubt for every name that only the title states; a year in a title is none."""
    for name, value in facts_of_title_alone(sheets).items():
        if name in IDENTITY and name != "year":
            why = f"{IDENTITY[name]}“{value}”取自标题，请核对。"
            yield Doubt(IDENTITY[name], value, why, Confidence.MEDIUM, sheets[0].place)
