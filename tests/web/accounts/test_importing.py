"""Accounts from a list: every line is looked at, all are opened or none."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from jiping.domain.errors import JipingError
from jiping.web.accounts.models import AccountRecord
from jiping.web.accounts.services.importing import accounts_import, accounts_wanted
from web.conftest import NOW, account, browser_of

pytestmark = pytest.mark.usefixtures("site")
UNIT = "如皋市社会保险基金管理中心"
HEADING = ["角色", "单位", "账号", "姓名"]


def told(*rows: list[str]) -> list[tuple[int, list[str]]]:
    return list(enumerate([HEADING, *rows], start=1))


def workbook(*rows: list[str]) -> bytes:
    book, content = Workbook(), BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in (HEADING, *rows):
        sheet.append(row)
    book.save(content)
    return content.getvalue()


def upload(name: str, content: bytes) -> Any:
    return browser_of("sysadmin").post("/people/import/", {"file": SimpleUploadedFile(name, content)})


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (["经办", "没有的单位", "a", "甲"], "没有名为“没有的单位”的单位"),
        (["科员", UNIT, "a", "甲"], "没有“科员”这个角色"),
        (["经办", UNIT, "zhangmin", "甲"], "账号已经有了"),
        (["经办", UNIT, "", "甲"], "没有填账号"),
        (["经办", UNIT, "a" * 41, "甲"], "超过 40 个字"),
    ],
)
def test_each_fault_of_a_line_is_told(row: list[str], fault: str) -> None:
    (wanted,) = accounts_wanted(told(row))
    assert fault in "；".join(wanted.faults)
    assert wanted.line == 2


def test_a_name_that_comes_twice_is_told_in_both_lines() -> None:
    wanted = accounts_wanted(told(["经办", UNIT, "a", "甲"], ["负责人", UNIT, "a", "乙"]))
    assert [each.faults for each in wanted] == [("账号在名单里重复",)] * 2


def test_a_missing_column_is_named() -> None:
    with pytest.raises(JipingError, match="缺少列：角色"):
        accounts_wanted([(1, ["单位", "账号", "姓名"])])


def test_one_fault_keeps_all_accounts_shut() -> None:
    wanted = accounts_wanted(told(["经办", UNIT, "a", "甲"], ["科员", UNIT, "b", "乙"]))
    with pytest.raises(JipingError, match="还有 1 行要改"):
        accounts_import(wanted=wanted, actor=account("sysadmin"), at=NOW)
    assert not AccountRecord.objects.filter(username="a").exists()


def test_a_workbook_is_looked_at_confirmed_and_opened_with_first_passwords() -> None:
    seen = upload("名单.xlsx", workbook(["经办", UNIT, "a1", "甲"], ["负责人", UNIT, "b1", "乙"]))
    page = seen.content.decode()
    assert "都可以开立" in page
    answer = browser_of("sysadmin").post("/people/import/confirm/", {"list": seen.context["list"]})
    assert answer.content.decode().count('<td class="mono"><b>') == 2
    assert [each.granted_on for each in AccountRecord.objects.filter(username__in=["a1", "b1"])] == [None, None]


def test_a_csv_of_an_old_office_program_is_read_too() -> None:
    lines = [",".join(HEADING), f"经办,{UNIT},a1,甲"]
    assert "都可以开立" in upload("名单.csv", "\r\n".join(lines).encode("gb18030")).content.decode()


@pytest.mark.parametrize("name", ["lines", "../../etc/passwd", f"{'名单' * 100}.csv"])
def test_a_file_may_have_any_name(name: str) -> None:
    assert "都可以开立" in upload(name, f"{','.join(HEADING)}\n经办,{UNIT},a1,甲".encode()).content.decode()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04broken", b"\x00\x01\x02"])
def test_what_is_no_list_is_refused_in_words(content: bytes) -> None:
    answer = upload("名单.xlsx", content)
    assert answer.status_code == 422
    assert "Traceback" not in answer.content.decode()
