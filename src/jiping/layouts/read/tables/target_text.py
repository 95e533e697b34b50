"""A target that a form spreads over three columns (≥ | 50 | 个) as the one text it is."""

import re
from collections.abc import Mapping

from jiping.domain.document import Cell
from jiping.domain.layout import ColumnRole
from jiping.layouts.spacing import bare, value_text

_SIGN = re.compile(r"[≥≧≤≦＞><＜＝═=～~±]+|(?:不?[大小等高低多少]于)+")
_EQUAL = re.compile("[＝═=]")  # before words it only fills the column
_FIGURE = re.compile(r"\d")
_NO_MEASURE = re.compile(r"[-—–/\\]*|无|定性")


def target_text(cells: Mapping[ColumnRole, Cell]) -> str | None:
    """Return sign, value and unit in one; whatever the value already holds is not said twice."""
    value = value_text(cells[ColumnRole.TARGET].text)
    if value is None:
        return None
    sign, measure = bare(cells[ColumnRole.OPERATOR].text), bare(cells[ColumnRole.MEASURE].text)
    if not _SIGN.fullmatch(sign) or _SIGN.match(value) or (_EQUAL.fullmatch(sign) and not _FIGURE.search(value)):
        sign = ""
    if _NO_MEASURE.fullmatch(measure) or value.endswith(measure):
        measure = ""
    return value_text(f"{sign}{value}{measure}")
