"""The rows of a letter's tables: what a unit is told of each finding, and nothing that is another's."""

from collections.abc import Iterable
from pathlib import PurePath

from jiping.checks.catalogue import catalogue
from jiping.checks.check import Scope
from jiping.domain.finding import Finding


def numbered(rows: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [(str(number), *row) for number, row in enumerate(rows, start=1)]


def row(each: Finding, file: str) -> tuple[str, str, str, str]:
    """Return the cells of one finding in a table about the file named `file`, which need not be named again."""
    return each.severity.value, _where(each, file), f"{_said(each)}\n依据：{each.basis}", each.remedy


def waived_row(each: Finding, file: str) -> tuple[str, str, str, str]:
    waiver = each.waiver
    answer = "" if waiver is None else f"{waiver.reason}（{waiver.person}，{waiver.on}）"
    return each.code, _where(each, file), _said(each), answer


def _where(each: Finding, file: str) -> str:
    """Return the spot in the unit's own file; where the reviewer keeps the file is no business of the unit's."""
    if each.place is None:
        return each.where
    named = file_name(each.place.file)
    spot = each.place.within if named == file else f"{named} {each.place.within}"
    return f"{each.where}\n{spot}".strip()


def _said(each: Finding) -> str:
    """Return the objection, or only what was checked where it would tell one unit of another's filing."""
    titles = {check.code: check.title for check in catalogue() if check.scope is Scope.ALL}
    if each.code in titles:
        return f"与其他单位的材料对照，不符合“{titles[each.code].rstrip('。')}”。"
    said = each.message
    if each.place is not None:
        said = said.replace(each.place.file, file_name(each.place.file))
    return said


def file_name(file: str) -> str:
    """Return what a unit calls its file, without the reviewer's folders."""
    return PurePath(file).name
