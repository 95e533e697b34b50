"""Open many accounts from a list: first every line is looked at, then all are opened or none."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.domain.roles import STAFF
from jiping.web.accounts.models import AccountRecord, UnitRecord
from jiping.web.accounts.services.opening import Opened, account_open

COLUMNS = ("单位", "账号", "姓名", "角色")
_ROLES = {role.label: role for role in sorted(STAFF)}
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Wanted:
    """A line of the list as it was read, and what is wrong with it; sound when `faults` is empty."""

    line: int
    unit: str
    username: str
    name: str
    role: str
    faults: tuple[str, ...]


def accounts_wanted(lines: Sequence[tuple[int, Sequence[str]]]) -> tuple[Wanted, ...]:
    """Return every line below the heading, looked at. Raises JipingError when a column is missing."""
    if not lines:
        raise JipingError("名单是空的。", remedy=f"第一行写列名：{'、'.join(COLUMNS)}。")
    heading = [cell.strip() for cell in lines[0][1]]
    missing = [column for column in COLUMNS if column not in heading]
    if missing:
        raise JipingError(f"名单缺少列：{'、'.join(missing)}。", remedy=f"第一行写列名：{'、'.join(COLUMNS)}。")
    places = [heading.index(column) for column in COLUMNS]
    told = [(number, [_cell(cells, place) for place in places]) for number, cells in lines[1:]]
    told = [(number, cells) for number, cells in told if any(cells)]
    units = set(UnitRecord.objects.filter(name__in={cells[0] for _, cells in told}).values_list("name", flat=True))
    taken = set(AccountRecord.objects.values_list("username", flat=True))
    times = Counter(cells[1] for _, cells in told)
    return tuple(_looked_at(number, cells, units, taken, times) for number, cells in told)


@transaction.atomic
def accounts_import(*, wanted: Sequence[Wanted], actor: AccountRecord, at: datetime) -> tuple[Opened, ...]:
    """Open every account of the list. Raises JipingError, and opens none, while a line has a fault."""
    faulty = [each.line for each in wanted if each.faults]
    if faulty or not wanted:
        raise JipingError(
            f"名单还有 {len(faulty)} 行要改。" if faulty else "名单里没有账号。",
            why="要么全部开立，要么一个也不开。",
            remedy="请改正名单后重新上传。",
        )
    units = {unit.name: unit for unit in UnitRecord.objects.filter(name__in={each.unit for each in wanted})}
    return tuple(
        account_open(
            username=each.username,
            name=each.name,
            unit=units[each.unit],
            role=_ROLES[each.role],
            actor=actor,
            at=at,
        )
        for each in wanted
    )


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place].strip() if place < len(cells) else ""


def _looked_at(number: int, cells: list[str], units: set[str], taken: set[str], times: Counter[str]) -> Wanted:
    unit, username, name, role = cells
    faults = [f"没有填{column}" for column, cell in zip(COLUMNS, cells, strict=True) if not cell]
    faults += [
        f"{column}超过 {_LONGEST} 个字"
        for column, cell in zip(COLUMNS[1:], cells[1:], strict=True)
        if len(cell) > _LONGEST
    ]
    if unit and unit not in units:
        faults.append(f"没有名为“{unit}”的单位")
    if username in taken:
        faults.append("账号已经有了")
    if username and times[username] > 1:
        faults.append("账号在名单里重复")
    if role and role not in _ROLES:
        faults.append(f"没有“{role}”这个角色，可填：{'、'.join(_ROLES)}")
    return Wanted(number, unit, username, name, role, tuple(faults))
