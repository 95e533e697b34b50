"""An approved project through its year: monitoring, changes of targets, and the year after."""

from datetime import date
from decimal import Decimal

import pytest

from jiping.domain.errors import JipingError
from jiping.domain.project import ProjectState
from jiping.web.accounts.models import AccountRecord
from jiping.web.projects.models import ProjectRecord
from jiping.web.projects.services.adjusting import adjustment_ask, adjustment_decide
from jiping.web.projects.services.monitoring import Remedy, Told, monitoring_hand_in
from jiping.web.projects.services.rolling import project_roll_over
from web.conftest import NOW

REMEDY = Remedy("继续执行", "加快采购", "张敏", date(2024, 9, 1))


def told(project: ProjectRecord, percent: int, outlook: str = "确定能") -> list[Told]:
    return [Told(each.pk, "已印制", Decimal(percent), outlook) for each in project.targets.all()]


def test_a_monitoring_takes_the_money_from_the_books(approved: ProjectRecord, clerk: AccountRecord) -> None:
    ProjectRecord.objects.filter(pk=approved.pk).update(summary_budget=600, summary_spent=350)
    found = monitoring_hand_in(project=approved, month=7, told=told(approved, 60), remedy=REMEDY, actor=clerk, at=NOW)
    assert (found.budget_fen, found.spent_fen) == (600, 350)


def test_a_month_is_monitored_once(approved: ProjectRecord, clerk: AccountRecord) -> None:
    monitoring_hand_in(project=approved, month=7, told=told(approved, 60), remedy=REMEDY, actor=clerk, at=NOW)
    with pytest.raises(JipingError, match="已经报过"):
        monitoring_hand_in(project=approved, month=7, told=told(approved, 60), remedy=REMEDY, actor=clerk, at=NOW)


def test_a_warning_wants_a_corrective_act(approved: ProjectRecord, clerk: AccountRecord) -> None:
    ProjectRecord.objects.filter(pk=approved.pk).update(summary_budget=600, summary_spent=0)
    with pytest.raises(JipingError, match="整改措施"):
        monitoring_hand_in(project=approved, month=7, told=told(approved, 1), remedy=Remedy(), actor=clerk, at=NOW)


def test_every_target_is_told_of(approved: ProjectRecord, clerk: AccountRecord) -> None:
    with pytest.raises(JipingError, match="没有填进度"):
        monitoring_hand_in(project=approved, month=7, told=told(approved, 60)[1:], remedy=REMEDY, actor=clerk, at=NOW)


def test_a_change_keeps_what_a_target_was(approved: ProjectRecord, clerk: AccountRecord, leader: AccountRecord) -> None:
    target = approved.targets.get(level3="印制份数")
    wanted = {target.pk: ("≥180000 份", target.weight)}
    asked = adjustment_ask(project=approved, wanted=wanted, reason="参保人数减少", actor=clerk, at=NOW)
    target.refresh_from_db()
    assert target.target == "≥200000 份"
    adjustment_decide(adjustment=asked, approve=True, opinion="", actor=leader, at=NOW)
    target.refresh_from_db()
    assert (target.target, asked.lines.get().old_target) == ("≥180000 份", "≥200000 份")


def test_a_change_is_not_decided_by_a_clerk(approved: ProjectRecord, clerk: AccountRecord) -> None:
    target = approved.targets.get(level3="印制份数")
    wanted = {target.pk: ("≥180000 份", target.weight)}
    asked = adjustment_ask(project=approved, wanted=wanted, reason="参保人数减少", actor=clerk, at=NOW)
    with pytest.raises(JipingError, match="您不能审批"):
        adjustment_decide(adjustment=asked, approve=True, opinion="", actor=clerk, at=NOW)


def test_a_change_that_breaks_the_hundred_points_is_refused(approved: ProjectRecord, clerk: AccountRecord) -> None:
    target = approved.targets.get(level3="印制份数")
    with pytest.raises(JipingError):
        adjustment_ask(
            project=approved, wanted={target.pk: (target.target, Decimal(20))}, reason="误", actor=clerk, at=NOW
        )


def test_a_project_taken_over_is_assessed_anew(approved: ProjectRecord, clerk: AccountRecord) -> None:
    following = project_roll_over(former=approved, actor=clerk, at=NOW)
    assert (following.year, following.state, following.outcome) == (2025, ProjectState.DRAFT, "")
    assert following.cost == approved.cost
    assert [str(each) for each in following.targets.all()] == [str(each) for each in approved.targets.all()]
