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
    text = section.text
    for mark in misused_marks(text):
        for at in sorted({mark.start(), mark.end() - 1}):
            # a full-width mark brings its own room: the blank typed behind a half-width one goes
            blank = at == mark.end() - 1 and text[at + 1 : at + 2] == " "
            yield Edit(at, at + 1 + blank, text[at].translate(_FULL_WIDTH))
