"""Facts that stand only in the prose of a narrative: what was spent, the score and the grade it claims."""

from collections.abc import Iterable, Mapping

from jiping.domain.filing import Narrative
from jiping.layouts.spacing import bare, half_width
from jiping.layouts.template import pattern


def find_facts(narrative: Narrative, templates: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    """Return the first match of the first template that matches, by field; fields without a match are absent."""
    text = half_width("\n".join(section.text for _, section in narrative.sections()))
    found: dict[str, str] = {}
    for name, choices in templates.items():
        match = next((each for template in choices if (each := pattern(template).search(text))), None)
        if match is not None:
            found[name] = bare(match[1]).strip('“”"')
    return found
