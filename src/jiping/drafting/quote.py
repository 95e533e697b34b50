"""Facts as they are quoted in prose: bound where they are known, a visible blank where they are not."""

from collections.abc import Mapping

from jiping.drafting.prose import Prose, fill, quoting
from jiping.scoring.facts import actual_of, target_of
from jiping.scoring.score import RowScore


def quote(name: str, known: Mapping[str, str]) -> Prose:
    """Return a known fact, bound."""
    return quoting(name, known[name])


def blank(label: str, templates: Mapping[str, str]) -> Prose:
    """Return the mark that shows what is still to be written."""
    return fill(templates["blank"], {"label": Prose(label)})


def name_of(row: RowScore) -> str:
    """Return the most exact name the filer gave the row."""
    return row.row.level3 or row.row.level2 or row.row.level1 or "（未写名称的指标）"


def row_words(row: RowScore, known: Mapping[str, str], templates: Mapping[str, str]) -> Mapping[str, Prose]:
    """Return a row's name, target and actual for a template.

    Rows that share a name have no facts of their own; their values are quoted without a tie.
    """
    return {
        "level3": Prose(name_of(row)),
        "target": _value(target_of(row), row.row.target, "年初指标值", known, templates),
        "actual": _value(actual_of(row), row.row.actual, "实际完成值", known, templates),
    }


def _value(fact: str, written: str | None, label: str, known: Mapping[str, str], templates: Mapping[str, str]) -> Prose:
    if fact in known:
        return quote(fact, known)
    return Prose(written) if written else blank(label, templates)
