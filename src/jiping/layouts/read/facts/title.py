"""What only a title says: the year, and the project where no line or cell names it."""

import re
from collections.abc import Mapping

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
