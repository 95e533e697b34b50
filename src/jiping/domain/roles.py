"""Who may touch a filing: the roles of the field, and the three administrators who may touch none."""

from enum import StrEnum


class Role(StrEnum):
    """One account has one role, so no person can hold two that must be kept apart."""

    CLERK = "clerk"
    LEADER = "leader"
    DEPARTMENT = "department"
    BUREAU = "bureau"
    AUDITOR = "auditor"
    SYSTEM_ADMIN = "system_admin"
    SECURITY_ADMIN = "security_admin"
    AUDIT_ADMIN = "audit_admin"

    @property
    def label(self) -> str:
        """What the role is called on a page."""
        return _TITLES[self]


_TITLES = {
    Role.CLERK: "经办",
    Role.LEADER: "负责人",
    Role.DEPARTMENT: "主管部门",
    Role.BUREAU: "财政部门",
    Role.AUDITOR: "审计",
    Role.SYSTEM_ADMIN: "系统管理员",
    Role.SECURITY_ADMIN: "安全管理员",
    Role.AUDIT_ADMIN: "审计管理员",
}

ADMINISTRATORS = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
OF_A_UNIT = frozenset({Role.CLERK, Role.LEADER})
REVIEWERS = frozenset({Role.DEPARTMENT, Role.BUREAU})
READERS = frozenset({Role.AUDITOR})
EVALUATORS = OF_A_UNIT | REVIEWERS | READERS
STAFF = frozenset(Role)
