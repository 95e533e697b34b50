"""The rows of the table for goals and money, each over a project made for it."""

from datetime import date
from decimal import Decimal
from typing import Any

from jiping.domain.project import ProjectState
from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.models import FilingRecord
from jiping.web.funds.models import FundLineRecord, LedgerRecord
from jiping.web.funds.selectors import rates_of
from jiping.web.funds.services.booking import Entry, budget_add
from jiping.web.funds.services.paying import Wanted, payment_ask
from jiping.web.projects.models import AdjustmentRecord, CostRecord, ProjectRecord, TargetRecord
from web.page import EVALUATORS, STAFF, Page

CLERK, LEADER = ("clerk",), ("leader",)
READERS_ONLY = dict.fromkeys(EVALUATORS[1:], 422)
LEADER_ONLY = dict.fromkeys((role for role in EVALUATORS if role != "leader"), 422)
NOBODY_YET = dict.fromkeys(EVALUATORS, 422)
YEAR = 2024
BOOKED = {"yuan": "10", "day": "2024-03-01", "voucher": "演示-9", "note": "追加"}


def _clerk() -> AccountRecord:
    return AccountRecord.objects.get(username="zhangmin")


def _project(filing: FilingRecord, state: ProjectState = ProjectState.DRAFT) -> ProjectRecord:
    return ProjectRecord.objects.create(
        unit=filing.unit, year=YEAR, name="名册印制", state=state, saved_at=filing.saved_at
    )


def of_project(filing: FilingRecord) -> dict[str, Any]:
    return {"pk": _project(filing).pk}


def of_submitted(filing: FilingRecord) -> dict[str, Any]:
    return {"pk": _project(filing, ProjectState.SUBMITTED).pk}


def of_approved(filing: FilingRecord) -> dict[str, Any]:
    return {"pk": _project(filing, ProjectState.APPROVED).pk}


def _cost(project: ProjectRecord) -> CostRecord:
    return CostRecord.objects.create(
        project=project, item="打印纸", unit_fen=100, volume=Decimal(1000), measure="份", standard="合同"
    )


def _target(project: ProjectRecord) -> TargetRecord:
    return TargetRecord.objects.create(
        project=project, level1="产出指标", level2="数量指标", level3="印制份数", target="≥10 份", weight=Decimal(100)
    )


def of_cost(filing: FilingRecord) -> dict[str, Any]:
    project = _project(filing)
    return {"pk": project.pk, "cost": _cost(project).pk}


def of_target(filing: FilingRecord) -> dict[str, Any]:
    project = _project(filing)
    return {"pk": project.pk, "target": _target(project).pk}


def of_adjustment(filing: FilingRecord) -> dict[str, Any]:
    project = _project(filing, ProjectState.APPROVED)
    asked = AdjustmentRecord.objects.create(
        project=project, reason="合同变更", asked_by=_clerk(), asked_at=filing.saved_at
    )
    return {"pk": project.pk, "adjustment": asked.pk}


def of_month(filing: FilingRecord) -> dict[str, Any]:
    return of_approved(filing) | {"month": 7}


def _line(filing: FilingRecord) -> FundLineRecord:
    project = _project(filing, ProjectState.APPROVED)
    _cost(project)
    entry = Entry(100_000, date(YEAR, 1, 5), "演示-1")
    return budget_add(project=project, source="当年财政拨款", entry=entry, actor=_clerk(), at=filing.saved_at)


def of_fund(filing: FilingRecord) -> dict[str, Any]:
    return {"pk": _line(filing).project_id}


def of_line(filing: FilingRecord) -> dict[str, Any]:
    line = _line(filing)
    return {"pk": line.project_id, "line": line.pk}


def of_payment(filing: FilingRecord) -> dict[str, Any]:
    wanted = Wanted("打印纸", "某纸品公司", "购打印纸", 5_000)
    return {"pk": payment_ask(line=_line(filing), wanted=wanted, actor=_clerk(), at=filing.saved_at).pk}


def of_receipt(filing: FilingRecord) -> dict[str, Any]:
    project = _line(filing).project
    return {"pk": project.pk, "number": rates_of(project)[0].id}


def of_ledger(filing: FilingRecord) -> dict[str, Any]:
    ledger = LedgerRecord.objects.create(
        unit=filing.unit, year=YEAR, file="账.csv", digest="0" * 64, handed_by=_clerk(), handed_at=filing.saved_at
    )
    return {"pk": ledger.pk}


def _asked(_: FilingRecord) -> dict[str, Any]:
    line = FundLineRecord.objects.latest("pk").pk
    return {"line": line, "item": "打印纸", "payee": "某纸品公司", "purpose": "购打印纸", "yuan": "1"}


COST = {"item": "信封", "unit_yuan": "0.3", "volume": "100", "measure": "个", "standard": "询价"}
TARGET = {"level1": "产出指标", "level2": "数量指标", "level3": "份数", "target": "≥10 份", "weight": "30"}
MONEY_PAGES = (
    Page("projects", STAFF),
    Page("project-create", CLERK, "POST", data=lambda _: {"year": YEAR, "name": "新项目"}, code=302, otherwise=422),
    Page("project-roll", CLERK, "POST", of_approved, code=302, others=READERS_ONLY),
    Page("project", EVALUATORS, arguments=of_project),
    Page("project-describe", CLERK, "POST", of_project, lambda _: {"version": 1}, code=302, others=READERS_ONLY),
    Page("project-cost", CLERK, "POST", of_project, lambda _: COST, code=302, others=READERS_ONLY),
    Page("project-cost-out", CLERK, "POST", of_cost, code=302, others=READERS_ONLY),
    Page("project-assess", CLERK, "POST", of_project, code=302, others=READERS_ONLY),
    Page("project-target", CLERK, "POST", of_project, lambda _: TARGET, code=302, others=READERS_ONLY),
    Page("project-target-change", CLERK, "POST", of_target, lambda _: TARGET, code=302, others=READERS_ONLY),
    Page("project-target-out", CLERK, "POST", of_target, code=302, others=READERS_ONLY),
    Page("project-submit", (), "POST", of_project, others=NOBODY_YET),
    Page(
        "project-decide",
        LEADER,
        "POST",
        of_submitted,
        lambda _: {"decision": "approve"},
        code=302,
        others=LEADER_ONLY,
    ),
    Page("project-adjust", EVALUATORS, arguments=of_approved),
    Page(
        "project-adjust-decide",
        LEADER,
        "POST",
        of_adjustment,
        lambda _: {"decision": "approve"},
        code=302,
        others=LEADER_ONLY,
    ),
    Page("project-monitor", EVALUATORS, arguments=of_approved),
    Page("project-monitor-hand-in", (), "POST", of_month, others=NOBODY_YET),
    Page("funds", STAFF),
    Page("fund", EVALUATORS, arguments=of_fund),
    Page(
        "fund-budget",
        CLERK,
        "POST",
        of_approved,
        lambda _: BOOKED | {"source": "当年财政拨款"},
        code=302,
        others=READERS_ONLY,
    ),
    Page("fund-change", CLERK, "POST", of_line, lambda _: BOOKED, code=302, others=READERS_ONLY),
    Page("fund-arrival", CLERK, "POST", of_line, lambda _: BOOKED, code=302, others=READERS_ONLY),
    Page("fund-close", (), "POST", of_line, lambda _: BOOKED, others=NOBODY_YET),  # nothing has come in to carry over
    Page("fund-receipt", EVALUATORS, arguments=of_receipt),
    Page("fund-receipt-keep", CLERK, "POST", of_receipt, code=302, others=READERS_ONLY),
    Page("payment-ask", CLERK, "POST", of_fund, _asked, code=302, others=READERS_ONLY),
    Page("payment", EVALUATORS, arguments=of_payment),
    Page("payment-approve", LEADER, "POST", of_payment, code=302, others=LEADER_ONLY),
    Page("payment-return", LEADER, "POST", of_payment, lambda _: {"reason": "重复"}, code=302, others=LEADER_ONLY),
    Page("payment-pay", (), "POST", of_payment, lambda _: BOOKED, others=NOBODY_YET),  # nobody has approved it
    Page("fund-ledgers", STAFF),
    Page("fund-ledger", EVALUATORS, arguments=of_ledger),
    Page("fund-ledger-confirm", LEADER, "POST", of_ledger, code=302, others=LEADER_ONLY),
    Page("fund-ledger-withdraw", LEADER, "POST", of_ledger, code=302, others=LEADER_ONLY),
)
