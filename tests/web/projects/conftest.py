"""A project on its way to approval, built by the acts a clerk would do."""

from datetime import date
from decimal import Decimal

import pytest

from jiping.domain.roles import Role
from jiping.use_cases.goal_rules import aspects
from jiping.web.accounts.models import AccountRecord
from jiping.web.accounts.services import account_create
from jiping.web.projects.models import ProjectRecord
from jiping.web.projects.selectors import pack_of
from jiping.web.projects.services.deciding import project_decide, project_submit
from jiping.web.projects.services.preparing import Cost, assessment_save, cost_add, project_create, project_describe
from jiping.web.projects.services.targets import Target, target_add
from jiping.web.site.demonstration import PASSWORD
from web.conftest import NOW, account

TARGETS = (
    ("决策指标", "项目立项", "立项依据充分性", "充分", 12),
    ("过程指标", "资金管理", "预算执行率", "100%", 18),
    ("产出指标", "数量指标", "印制份数", "≥200000 份", 30),
    ("效益指标", "社会效益指标", "政策知晓率", "≥90%", 30),
    ("满意度指标", "满意度指标", "服务对象满意度", "≥98%", 10),
)


@pytest.fixture
def clerk(site: None) -> AccountRecord:
    return account("zhangmin")


@pytest.fixture
def leader(site: None) -> AccountRecord:
    return account("liguoqiang")


@pytest.fixture
def cashier(site: None) -> AccountRecord:
    return account("wuping")


@pytest.fixture
def second_leader(leader: AccountRecord) -> AccountRecord:
    return account_create(
        username="zhaoyun",
        name="赵云",
        unit=leader.unit,
        role=Role.LEADER,
        password=PASSWORD,
        on=date(2025, 3, 1),
        must_change=False,
    )


@pytest.fixture
def draft(clerk: AccountRecord) -> ProjectRecord:
    """A complete set-up, not sent yet; the estimate is 6 000 000.00 yuan."""
    project = project_create(name="测试项目", year=2024, actor=clerk, at=NOW)
    words = {
        "legal_basis": "社会保险法第七十四条",
        "need": "每年要打印",
        "goal": "全部印制",
        "started": "",
        "finished": "",
    }
    project_describe(project=project, words=words, version=1, actor=clerk, at=NOW)
    cost_add(project=project, cost=Cost("打印纸", 3_000, Decimal(200_000), "份", "合同"), actor=clerk, at=NOW)
    texts = {aspect: "好" for aspect, _ in aspects(pack_of(project))}
    assessment_save(project=project, texts=texts, outcome="支持", actor=clerk, at=NOW)
    for *told, weight in TARGETS:
        level1, level2, level3, target = map(str, told)
        wanted = Target(level1, level2, level3, target, Decimal(weight))
        target_add(project=project, target=wanted, actor=clerk, at=NOW)
    return ProjectRecord.objects.get(pk=project.pk)


@pytest.fixture
def approved(draft: ProjectRecord, clerk: AccountRecord, leader: AccountRecord) -> ProjectRecord:
    project_submit(project=draft, actor=clerk, at=NOW)
    return project_decide(project=draft, approve=True, opinion="", actor=leader, at=NOW)
