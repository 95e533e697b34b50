"""The demo site: one unit tree, an account for every role and a cashier, the six filings of 2024 with goals and money."""

from datetime import datetime

from jiping.domain.roles import Role
from jiping.use_cases.demo import RECORDS
from jiping.use_cases.read import read
from jiping.web.accounts.models import AccountRecord, UnitRecord
from jiping.web.accounts.services import account_create, unit_create
from jiping.web.filings.services.creating import filing_create
from jiping.web.funds.demonstration import Hands
from jiping.web.funds.demonstration import fill as fill_funds
from jiping.web.projects.demonstration import fill as fill_projects
from jiping.web.review.demonstration import fill_review
from jiping.web.runs.demonstration import fill as fill_runs

PASSWORD = "Jiping-demo-2024"  # noqa: S105 - printed on the demo's own log-in page
BUREAU = "如皋市财政局"
DEPARTMENT = "如皋市人力资源和社会保障局"
UNIT = "如皋市社会保险基金管理中心"
ACCOUNTS = (
    ("zhangmin", "张敏", UNIT, Role.CLERK),
    ("wuping", "吴萍", UNIT, Role.CLERK),
    ("liguoqiang", "李国强", UNIT, Role.LEADER),
    ("zhoujianguo", "周建国", DEPARTMENT, Role.DEPARTMENT),
    ("caizheng", "财政复核员", BUREAU, Role.BUREAU),
    ("shenji", "审计员", BUREAU, Role.AUDITOR),
    ("sysadmin", "系统管理员", BUREAU, Role.SYSTEM_ADMIN),
    ("secadmin", "安全管理员", BUREAU, Role.SECURITY_ADMIN),
    ("auditadmin", "审计管理员", BUREAU, Role.AUDIT_ADMIN),
)


def fill_demo(at: datetime) -> None:
    """Fill an empty database; every name in it is made up."""
    bureau = unit_create(name=BUREAU)
    department = unit_create(name=DEPARTMENT, parent=bureau)
    unit = unit_create(name=UNIT, parent=department)
    for username, name, where, role in ACCOUNTS:
        account_create(
            username=username,
            name=name,
            unit=UnitRecord.objects.get(name=where),
            role=role,
            password=PASSWORD,
            on=at.date(),
            must_change=False,
        )
    filings = read(RECORDS).filings
    for filing in filings:
        filing_create(filing=filing, unit=unit, actor=None, at=at)
    fill_review(at, PASSWORD)
    clerk, leader, cashier = (
        AccountRecord.objects.get(username=username) for username in ("zhangmin", "liguoqiang", "wuping")
    )
    projects = fill_projects(filings, clerk=clerk, leader=leader, at=at)
    fill_funds(projects, hands=Hands(clerk, leader, cashier), at=at)
    fill_runs(clerk=clerk, at=at)
