"""Coming in: every try leaves a mark, five wrong ones lock, one session an account, the second factor where it must be."""

from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from jiping.domain.roles import Role
from jiping.web.accounts.models import AccountRecord
from jiping.web.accounts.services.closing import account_unlock
from jiping.web.accounts.services.granting import second_factor_remove
from jiping.web.accounts.standing import first_due
from jiping.web.audit.models import EventRecord
from jiping.web.site.demonstration import PASSWORD
from web.conftest import NOW, account, browser_of

pytestmark = pytest.mark.usefixtures("site")


def enter(username: str, password: str = PASSWORD) -> tuple[Client, Any]:
    client = Client()
    return client, client.post("/login/", {"username": username, "password": password})


def last_event() -> EventRecord:
    return EventRecord.objects.order_by("-number")[0]


def code_of(device: TOTPDevice) -> str:
    return f"{totp(device.bin_key):06d}"


def test_coming_in_and_failing_to_leave_marks() -> None:
    enter("zhangmin")
    assert (last_event().act, last_event().actor) == ("登录", "张敏（zhangmin）")
    enter("zhangmin", "wrong")
    assert (last_event().act, last_event().subject) == ("登录失败", "账号 zhangmin")


def test_a_password_typed_as_a_name_is_not_kept() -> None:
    enter("My-Secret-2025", "x")
    assert (last_event().act, last_event().subject) == ("登录失败", "没有这个账号")
    assert "My-Secret-2025" not in str(EventRecord.objects.values_list())


def test_five_wrong_passwords_lock_and_the_system_administrator_unlocks() -> None:
    for _ in range(5):
        answer = enter("zhangmin", "wrong")[1]
    assert answer.status_code == 429
    assert "锁定" in answer.content.decode()
    assert enter("zhangmin")[1].status_code == 429
    account_unlock(account=account("zhangmin"), actor=account("sysadmin"), at=NOW)
    assert enter("zhangmin")[1].status_code == 302


def test_a_second_login_ends_the_first_session_and_the_first_is_told() -> None:
    first, _ = enter("zhangmin")
    assert first.get("/todo/").status_code == 200
    second, _ = enter("zhangmin")
    assert second.get("/todo/").status_code == 200
    answer = first.get("/todo/", follow=True)
    assert "登录已失效" in answer.content.decode()


def test_a_fragment_asked_for_after_the_session_sends_the_whole_page_to_the_login() -> None:
    client, _ = enter("zhangmin")
    enter("zhangmin")
    answer = client.get(
        "/todo/", headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/eval/1/?show=all"}
    )
    assert answer["HX-Redirect"] == "/login/?next=%2Feval%2F1%2F%3Fshow%3Dall&out"


def test_looking_at_pages_does_not_write_the_session_each_time(django_assert_max_num_queries: Any) -> None:
    client = browser_of("shenji")
    client.get("/todo/")
    with django_assert_max_num_queries(4) as seen:
        client.get("/todo/")
    assert not [each for each in seen.captured_queries if each["sql"].startswith(("UPDATE", "INSERT", "SAVEPOINT"))]


def test_with_a_second_factor_the_password_alone_does_not_open() -> None:
    device = TOTPDevice.objects.create(user=account("sysadmin"), name="动态码")
    client, answer = enter("sysadmin")
    assert answer["Location"] == "/login/code/"
    assert client.get("/people/")["Location"].startswith("/login/")
    wrong = client.post("/login/code/", {"code": "abcdef"})
    assert "动态码不对" in wrong.content.decode()
    assert last_event().after == {"reason": "动态码不对"}
    device.refresh_from_db()
    device.throttle_reset()
    assert client.post("/login/code/", {"code": code_of(device)}).status_code == 302
    assert client.get("/people/").status_code == 200


def test_the_second_factor_is_set_up_with_its_first_code() -> None:
    client, _ = enter("sysadmin")
    page = client.get("/second-factor/").content.decode()
    assert "<svg" in page
    assert "style=" not in page.split('class="qr"')[1].split("</svg>")[0]
    assert client.post("/second-factor/", {"code": "000000"}).status_code == 422
    assert not TOTPDevice.objects.exists()
    key = client.session["second_factor_key"]
    code = code_of(TOTPDevice(user=account("sysadmin"), key=key))
    assert client.post("/second-factor/", {"code": code}).status_code == 302
    assert TOTPDevice.objects.get().user.username == "sysadmin"
    assert last_event().act == "启用动态码"


def test_a_lost_second_factor_is_taken_away_by_the_security_administrator_alone() -> None:
    TOTPDevice.objects.create(user=account("sysadmin"), name="动态码")
    second_factor_remove(account=account("sysadmin"), actor=account("secadmin"), at=NOW)
    assert not TOTPDevice.objects.exists()


@pytest.mark.parametrize("role", list(Role))
def test_administrators_must_have_a_second_factor_outside_a_demonstration(role: Role, settings: Any) -> None:
    settings.DEMO = False
    holder = AccountRecord.objects.filter(role=role)[0]
    due = first_due(holder, NOW.date(), verified=False)
    assert due == ("second_factor" if holder.is_administrator else None)
    assert first_due(holder, NOW.date(), verified=True) is None


def test_a_password_lasts_ninety_days(settings: Any) -> None:
    settings.DEMO = False
    holder = account("zhangmin")
    assert first_due(holder, NOW.date() + timedelta(days=90), verified=False) is None
    assert first_due(holder, NOW.date() + timedelta(days=91), verified=False) == "password"


def test_none_of_the_last_five_passwords_comes_again() -> None:
    client, _ = enter("zhangmin")
    used = [PASSWORD, *(f"Another-{number}-word" for number in range(6))]
    for old, new in pairwise(used):
        told = {"old_password": old, "new_password1": new, "new_password2": new}
        assert client.post("/password/", told).status_code == 302, old
    for old in used[2:]:
        again = {"old_password": used[-1], "new_password1": old, "new_password2": old}
        assert "不能再用" in client.post("/password/", again).content.decode(), old
    back = {"old_password": used[-1], "new_password1": used[1], "new_password2": used[1]}
    assert client.post("/password/", back).status_code == 302
    assert client.get("/todo/").status_code == 200


def test_an_administrator_gets_nowhere_before_the_second_factor_is_set_up(settings: Any) -> None:
    settings.DEMO = False
    client, _ = enter("sysadmin")
    assert client.get("/people/")["Location"] == "/second-factor/"
    client.get("/second-factor/")
    code = code_of(TOTPDevice(user=account("sysadmin"), key=client.session["second_factor_key"]))
    client.post("/second-factor/", {"code": code})
    assert client.get("/people/").status_code == 200
