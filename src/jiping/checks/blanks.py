"""Cells nobody filled in, and rows of the printed form nobody used."""

from jiping.domain.filing import Indicator


def is_blank(cell: str | None) -> bool:
    return cell is None or not cell.strip()


def says_nothing(row: Indicator) -> bool:
    """Tell whether the row has neither name nor values; a printed weight alone says nothing."""
    return is_blank(row.level3) and is_blank(row.target) and is_blank(row.actual)


def is_unanswered(row: Indicator) -> bool:
    """Tell whether the row has neither values nor a score; name and weight may be printed."""
    return is_blank(row.target) and is_blank(row.actual) and row.score is None


def is_unused(row: Indicator) -> bool:
    """Tell whether the row only repeats what the form has printed: kinds of indicators a project has no use for."""
    return says_nothing(row) and row.weight is None and row.score is None
