"""One row of the table of addresses, and the cast it speaks of."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from jiping.web.filings.models import FilingRecord

CAST = {
    "clerk": "zhangmin",
    "leader": "liguoqiang",
    "department": "zhoujianguo",
    "bureau": "caizheng",
    "auditor": "shenji",
    "system_admin": "sysadmin",
    "security_admin": "secadmin",
    "audit_admin": "auditadmin",
}
STAFF = tuple(CAST)
EVALUATORS = STAFF[:5]
Given = Callable[[FilingRecord], dict[str, Any]]


def _nothing(_: FilingRecord) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Page:
    """An address; `answers` per role, `otherwise` for the rest."""

    name: str
    roles: tuple[str, ...]
    method: str = "GET"
    arguments: Given = _nothing
    data: Given = _nothing
    code: int = 200
    otherwise: int = 404
    others: dict[str, int] = field(default_factory=dict)

    def expected(self) -> dict[str, int]:
        return {role: self.others.get(role, self.code if role in self.roles else self.otherwise) for role in CAST}
