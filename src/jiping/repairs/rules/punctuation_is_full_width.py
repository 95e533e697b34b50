"""TY02."""

from collections.abc import Iterator

from jiping.checks.punctuation import misused_marks
from jiping.domain.filing import Filing, Section
from jiping.repairs.edit import Edit, edited, with_sections
from jiping.repairs.repair import repair
from jiping.scoring.score import Evaluation

_FULL_WIDTH = str.maketrans({half: chr(ord(half) + 0xFEE0) for half in ",;:?!()"})


@repair("TY02")
def punctuation_is_full_width(evaluation: Evaluation) -> Filing:
    """中文里的半角标点改为全角。"""
    return with_sections(evaluation.filing, lambda section: edited(section, _edits(section)))


def _edits(section: Section) -> Iterator[Edit]:
    for mark in misused_marks(section.text):
        for at in {mark.start(), mark.end() - 1}:
            yield Edit(at, at + 1, section.text[at].translate(_FULL_WIDTH))
