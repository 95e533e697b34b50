"""From a draft to a decision: what is missing is named, and nobody decides on the own project."""

import pytest

from jiping.domain.errors import JipingError
from jiping.domain.project import ProjectState
from jiping.web.accounts.models import AccountRecord
from jiping.web.projects.models import ProjectRecord
from jiping.web.projects.services.deciding import project_decide, project_submit
from jiping.web.projects.services.preparing import cost_remove, project_create, project_describe
from web.conftest import NOW


def test_a_complete_project_is_sent_and_approved(approved: ProjectRecord) -> None:
    assert approved.state == ProjectState.APPROVED


def test_an_empty_project_is_told_everything_it_lacks(clerk: AccountRecord) -> None:
    project = project_create(name="空项目", year=2024, actor=clerk, at=NOW)
    with pytest.raises(JipingError, match=r"立项依据.*成本测算.*绩效目标.*事前评估"):
        project_submit(project=project, actor=clerk, at=NOW)


def test_a_project_without_estimate_is_not_sent(draft: ProjectRecord, clerk: AccountRecord) -> None:
    cost_remove(project=draft, cost=draft.costs.get().pk, actor=clerk, at=NOW)
    with pytest.raises(JipingError, match="没有成本测算"):
        project_submit(project=draft, actor=clerk, at=NOW)


def test_weights_that_do_not_add_up_keep_a_project_at_home(draft: ProjectRecord, clerk: AccountRecord) -> None:
    draft.targets.filter(level3="印制份数").delete()
    with pytest.raises(JipingError):
        project_submit(project=draft, actor=clerk, at=NOW)


def test_who_sent_a_project_does_not_decide_on_it(
    draft: ProjectRecord, clerk: AccountRecord, leader: AccountRecord
) -> None:
    project_submit(project=draft, actor=clerk, at=NOW)
    with pytest.raises(JipingError, match="您不能审批"):
        project_decide(project=draft, approve=True, opinion="", actor=clerk, at=NOW)
    ProjectRecord.objects.filter(pk=draft.pk).update(submitted_by=leader)  # a clerk who became the leader since
    with pytest.raises(JipingError, match="送审人不能自己审批"):
        project_decide(project=draft, approve=True, opinion="", actor=leader, at=NOW)


def test_a_return_without_opinion_is_refused(draft: ProjectRecord, clerk: AccountRecord, leader: AccountRecord) -> None:
    project_submit(project=draft, actor=clerk, at=NOW)
    with pytest.raises(JipingError, match="意见"):
        project_decide(project=draft, approve=False, opinion=" ", actor=leader, at=NOW)


def test_an_approved_project_is_not_rewritten(approved: ProjectRecord, clerk: AccountRecord) -> None:
    with pytest.raises(JipingError, match="不能修改"):
        cost_remove(project=approved, cost=approved.costs.get().pk, actor=clerk, at=NOW)


def test_what_another_saved_meanwhile_is_not_overwritten(draft: ProjectRecord, clerk: AccountRecord) -> None:
    words = dict.fromkeys(("legal_basis", "need", "goal", "started", "finished"), "旧")
    with pytest.raises(JipingError, match="别人刚刚改过"):
        project_describe(project=draft, words=words, version=draft.version - 1, actor=clerk, at=NOW)


def test_a_year_no_project_can_have_is_told(clerk: AccountRecord) -> None:
    with pytest.raises(JipingError, match="年度"):
        project_create(name="远项目", year=NOW.year + 2, actor=clerk, at=NOW)
