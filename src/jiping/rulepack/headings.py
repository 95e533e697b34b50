"""The heading a narrative section bears on a pack's form."""

from jiping.domain.filing import Form, SectionName
from jiping.domain.layout import NarrativeBlock, SectionTable
from jiping.rulepack.pack import RulePack


def heading(pack: RulePack, form: Form, name: SectionName) -> str:
    """Return the heading of the nearest pack's layout of that form, or else the usual name of the section."""
    for layout in reversed(tuple(pack.layouts.values())):
        for block in (block for part in layout.parts for block in part.blocks):
            if layout.form is form and isinstance(block, NarrativeBlock | SectionTable) and name in block.headings:
                return block.headings[name][0]
    return pack.sections.headings[name][0]
