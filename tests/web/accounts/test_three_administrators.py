"""Three administrators: nobody opens an account and gives it a role, nobody acts on himself, none of them touches business."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from jiping.domain.errors import JipingError
from jiping.domain.roles import ADMINISTRATORS, Role
from jiping.web.accounts.models import AccountRecord, UnitRecord
from jiping.web.accounts.policy import within
from jiping.web.accounts.services.closing import account_disable, account_enable, account_unlock, password_reset
from jiping.web.accounts.services.granting import role_grant, second_factor_remove
from jiping.web.accounts.services.opening import Opened, account_open, unit_open
from jiping.web.audit.models import EventRecord
from jiping.web.audit.selectors import first_break
from jiping.web.filings.models import FilingRecord
from web.conftest import NOW, account

pytestmark = pytest.mark.usefixtures("site")
SYSTEM_ACTS: tuple[Callable[..., Any], ...] = (account_disable, account_enable, account_unlock, password_reset)


def opened(username: str = "wangwu") -> Opened:
    return account_open(
        username=username,
        name="王五",
        unit=UnitRecord.objects.get(name="如皋市社会保险基金管理中心"),
        role=Role.CLERK,
        actor=account("sysadmin"),
        at=NOW,
    )


def enters(username: str, password: str) -> bool:
    answer = Client().post("/login/", {"username": username, "password": password})
    return answer.status_code == 302


def test_an_account_opens_only_when_the_second_administrator_has_granted_its_role() -> None:
    new = opened()
    assert not enters("wangwu", new.password)
    role_grant(account=new.account, role=Role.CLERK, actor=account("secadmin"), at=NOW)
    assert enters("wangwu", new.password)
    acts = list(EventRecord.objects.order_by("number").values_list("act", flat=True))
    assert acts[-4:] == ["开立账号", "登录失败", "核准角色", "登录"]
    assert first_break() is None


@pytest.mark.parametrize("username", ["secadmin", "auditadmin", "zhangmin", "caizheng"])
def test_only_the_system_administrator_opens_shuts_and_unlocks(username: str) -> None:
    actor = account(username)
    for act in SYSTEM_ACTS:
        with pytest.raises(JipingError, match="由系统管理员办理"):
            act(account=account("liguoqiang"), actor=actor, at=NOW)
    with pytest.raises(JipingError, match="由系统管理员办理"):
        unit_open(name="新单位", parent=None, actor=actor, at=NOW)


@pytest.mark.parametrize("username", ["sysadmin", "auditadmin", "zhangmin", "caizheng"])
def test_only_the_security_administrator_grants(username: str) -> None:
    with pytest.raises(JipingError, match="由安全管理员办理"):
        role_grant(account=account("liguoqiang"), role=Role.BUREAU, actor=account(username), at=NOW)
    with pytest.raises(JipingError, match="由安全管理员办理"):
        second_factor_remove(account=account("liguoqiang"), actor=account(username), at=NOW)


def test_nobody_acts_on_the_own_account() -> None:
    for act in SYSTEM_ACTS:
        with pytest.raises(JipingError, match="自己"):
            act(account=account("sysadmin"), actor=account("sysadmin"), at=NOW)
    with pytest.raises(JipingError, match="自己"):
        role_grant(account=account("secadmin"), role=Role.BUREAU, actor=account("secadmin"), at=NOW)


def test_the_last_of_a_kind_of_administrator_stays() -> None:
    with pytest.raises(JipingError, match="唯一"):
        account_disable(account=account("auditadmin"), actor=account("sysadmin"), at=NOW)
    with pytest.raises(JipingError, match="唯一"):
        role_grant(account=account("sysadmin"), role=Role.CLERK, actor=account("secadmin"), at=NOW)
    second = opened("second").account
    role_grant(account=second, role=Role.AUDIT_ADMIN, actor=account("secadmin"), at=NOW)
    account_disable(account=account("auditadmin"), actor=account("sysadmin"), at=NOW)
    assert not account("auditadmin").is_active


@pytest.mark.parametrize("role", sorted(ADMINISTRATORS))
def test_an_administrator_sees_no_filing(role: Role) -> None:
    administrator = AccountRecord.objects.get(role=role)
    assert not FilingRecord.objects.filter(within(administrator)).exists()


def test_whoever_is_shut_out_is_out_at_once() -> None:
    client = Client()
    client.post("/login/", {"username": "zhangmin", "password": "Jiping-demo-2024"})
    assert client.get("/todo/").status_code == 200
    account_disable(account=account("zhangmin"), actor=account("sysadmin"), at=NOW)
    assert client.get("/todo/")["Location"].startswith("/login/")


def test_a_unit_without_a_name_of_its_own_is_refused_in_words() -> None:
    with pytest.raises(JipingError, match="没有建成"):
        unit_open(name="如皋市财政局", parent=None, actor=account("sysadmin"), at=NOW)
