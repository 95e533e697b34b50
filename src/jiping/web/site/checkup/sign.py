"""What a check found."""

from dataclasses import dataclass
from enum import StrEnum


class Health(StrEnum):
    """How bad it is."""

    GOOD = "正常"
    WARN = "留意"
    BAD = "有问题"


@dataclass(frozen=True, slots=True)
class Sign:
    """What was looked at, how it is, what was seen; `remedy` is empty only when all is well."""

    title: str
    health: Health
    seen: str
    remedy: str = ""
