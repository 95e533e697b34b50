"""TY01."""

from collections.abc import Iterator

from jiping.checks.numbering import Number, numbered, written
from jiping.domain.filing import Filing, Section
from jiping.repairs.edit import Edit, edited, with_sections
from jiping.repairs.repair import repair
from jiping.scoring.score import Evaluation


@repair("TY01")
def headings_count_on(evaluation: Evaluation) -> Filing:
    """断开的标题序号接着上一个编下去。

    上文没有可接的序号时不动。
    """
    return with_sections(evaluation.filing, lambda section: edited(section, _edits(section)))


def _edits(section: Section) -> Iterator[Edit]:
    last: dict[str, int] = {}
    before: Number | None = None
    for number in numbered(section.text):
        meant = _meant(number, last, before)
        if (meant.style, meant.value) != (number.style, number.value):
            yield Edit(number.start, number.end, written(meant))
        last[meant.style] = meant.value
        before = meant


def _meant(number: Number, last: dict[str, int], before: Number | None) -> Number:
    """Return the number that ought to stand there: the next of its style, or of the style it strayed from."""
    if number.value in (1, last.get(number.style, 0) + 1):
        return number
    if number.style in last:
        return number._replace(value=last[number.style] + 1)
    if before is not None and number.value == before.value + 1:
        return number._replace(style=before.style)
    return number
