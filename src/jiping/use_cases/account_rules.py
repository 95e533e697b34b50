"""What the rules say about accounts: passwords, locking, sessions, the second factor, how often and how much at once."""

from dataclasses import dataclass
from datetime import date, timedelta

from jiping.domain.roles import Role
from jiping.rulepack.lineage import MODEL
from jiping.rulepack.load import load_pack
from jiping.rulepack.table import Row, number, texts

VISITOR = "visitor"
_MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class AccountRules:
    """`differs_from_last` passwords may not come again; `attempts` wrong ones lock the account for `locked`."""

    least_length: int
    least_kinds: int
    differs_from_last: int
    lasts: timedelta
    attempts: int
    locked: timedelta
    idle: timedelta
    second_factor: frozenset[Role]


@dataclass(frozen=True, slots=True)
class UploadLimit:
    """How large a file may be (bytes), how long and with how much memory (bytes) it may be read, how many lines it may hold."""

    size: int
    seconds: int
    memory: int
    lines: int


def account_rules(on: date) -> AccountRules:
    """Return the rules in force on the day `on`."""
    (row,) = load_pack(MODEL, on).table("account_rules")
    return AccountRules(
        least_length=_whole(row, "least_length"),
        least_kinds=_whole(row, "least_kinds"),
        differs_from_last=_whole(row, "differs_from_last"),
        lasts=timedelta(days=_whole(row, "lasts_days")),
        attempts=_whole(row, "attempts"),
        locked=timedelta(minutes=_whole(row, "locked_minutes")),
        idle=timedelta(minutes=_whole(row, "idle_minutes")),
        second_factor=frozenset(Role(each) for each in texts(row, "second_factor")),
    )


def requests_a_minute(on: date) -> dict[str, int]:
    """Return how many requests a minute each role may make; VISITOR is anybody not logged in."""
    return {str(row["role"]): _whole(row, "a_minute") for row in load_pack(MODEL, on).table("request_limits")}


def upload_limit(kind: str, on: date) -> UploadLimit:
    """Return the bounds for uploads of this kind."""
    row = next(row for row in load_pack(MODEL, on).table("upload_limits") if row["kind"] == kind)
    return UploadLimit(
        size=_whole(row, "megabytes") * _MEGABYTE,
        seconds=_whole(row, "seconds"),
        memory=_whole(row, "memory_megabytes") * _MEGABYTE,
        lines=_whole(row, "lines"),
    )


def _whole(row: Row, column: str) -> int:
    return int(number(row, column))
