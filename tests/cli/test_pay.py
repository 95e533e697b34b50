"""`jiping pay` as a clerk types it: what each act says, and how it ends."""

import re
import shutil
from pathlib import Path

import duckdb
import pytest

from cli.program import jiping

DATA = ("--data", "县")
AGAIN = ("--for", "2024", "--reason", "误追", "--by", "甲")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    assert jiping("generate", "--persons", "3000", "--out", "县", cwd=folder).returncode == 0
    return folder


def test_a_list_goes_from_the_records_to_the_bank(office: Path) -> None:
    drawn = jiping("pay", "list", "transfer_subsidy", "--year", "2025", "--on", "2025-04-01", *DATA, cwd=office)
    assert drawn.returncode == 0, drawn.stderr
    found = re.search(r"jiping pay publish (\w{12})", drawn.stdout)
    assert found is not None
    number = found[1]

    early = jiping("pay", "seal", number, "--on", "2025-04-11", *DATA, cwd=office)
    assert (early.returncode, "还没有公示" in early.stderr) == (2, True)
    posted = jiping("pay", "publish", number, "--on", "2025-04-02", *DATA, cwd=office)
    assert "公示期 2025-04-02 至 2025-04-10" in posted.stdout
    for _ in range(2):
        sealed = jiping("pay", "seal", number, "--on", "2025-04-11", *DATA, cwd=office)
        assert (sealed.returncode, "已封存" in sealed.stdout) == (0, True), sealed.stderr
    sent = jiping("pay", "export", number, "--on", "2025-04-14", "--format", "xlsx", *DATA, cwd=office)
    assert f"批次 {number}-01" in sent.stdout
    assert (office / "发放" / f"代发-{number}-01.xlsx").is_file()

    (office / "回盘.csv").write_text(
        f"批次号,序号,收款账号,金额,处理结果,失败原因,入账日期\n{number}-01,99999,1,1,成功,,2025-04-16\n",
        encoding="utf-8",
    )
    wrong = jiping("pay", "return", "回盘.csv", *DATA, cwd=office)
    assert (wrong.returncode, "一笔也没有登记" in wrong.stdout) == (1, True), wrong.stderr
    assert "账平" in jiping("pay", "status", *DATA, cwd=office).stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("list", "handbook", "--year", "2025", "--on", "2025-04-01", *DATA), "不向个人发放"),
        (("seal", "000000000000", *DATA), "没有发放名单"),
        (("export", "000000000000", *DATA), "台账里没有"),
        (("return", "没有.csv", *DATA), "没有.csv"),
        (("recover", "transfer_subsidy", "--person", "1", "--kind", "奖金", "--for", "2024", *DATA), "新增缴费补助"),
        (("recover", "transfer_subsidy", "--person", "1", "--kind", "new", "--for", "2024", *DATA), "--reason"),
        (("pay",), "没有命令 pay"),
        (("export", "000000000000", "--despite", "急用", *DATA), "--by"),
        (
            ("again", "transfer_subsidy", "--person", "1", "--kind", "new", *AGAIN, *DATA),
            "没有发过的直接列入名单",
        ),
    ],
    ids=lambda words: words[0] if isinstance(words, tuple) else "",
)
def test_what_cannot_be_done_is_told(words: tuple[str, ...], told: str, office: Path) -> None:
    done = jiping("pay", *words, cwd=office)
    assert done.returncode == 2
    assert told in done.stderr
    assert "程序自身出错" not in done.stderr


def test_a_recheck_that_finds_changes_ends_with_one(office: Path) -> None:
    later = shutil.copytree(office / "县", office / "后来")
    (later / "persons.parquet").unlink()
    with duckdb.connect() as con:
        died = "SELECT * REPLACE (DATE '2025-03-01' AS died_on)"
        con.execute(f"COPY ({died} FROM '{office}/县/persons.parquet') TO '{later}/persons.parquet' (FORMAT parquet)")
    words = ("recheck", "transfer_subsidy", "--year", "2025", "--before", "县", "--before-on", "2025-04-01")
    ends = {
        data: jiping(*words, "--on", "2025-04-01", "--data", data, cwd=office).returncode for data in ("县", "后来")
    }
    assert ends == {"县": 0, "后来": 1}


def test_a_decision_is_kept_and_come_to_again(office: Path) -> None:
    site = "SELECT min(project_number) FROM '{}/县/construction_projects.parquet'"
    with duckdb.connect() as con:
        number = con.execute(site.format(office)).fetchall()[0][0]
    made = jiping("decide", "coverage_expansion", "--project", number, "--save", *DATA, cwd=office)
    found = re.search(r"jiping replay (CE-2024-\w{12})", made.stdout)
    assert found is not None, made.stderr
    again = jiping("replay", found[1], *DATA, cwd=office)
    assert (again.returncode, "一致" in again.stdout) == (0, True), again.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("coverage_expansion", "--person", "3"), "按项目编号核定"),
        (("handbook", "--project", "A"), "按个人编号核定"),
        (("handbook",), "没有写明核定谁"),
        (("handbook", "--person", "1", "--project", "A"), "没有写明核定谁"),
    ],
    ids=str,
)
def test_whom_to_decide_on_must_be_clear(words: tuple[str, ...], told: str, office: Path) -> None:
    done = jiping("decide", *words, *DATA, cwd=office)
    assert (done.returncode, told in done.stderr) == (2, True), done.stderr


def test_a_sealed_list_is_held_at_the_bank_door_when_somebody_changed_his_account(office: Path) -> None:
    shutil.copytree(office / "县", office / "另", ignore=shutil.ignore_patterns("payments"))
    data = ("--data", "另")
    drawn = jiping("pay", "list", "transfer_subsidy", "--year", "2025", "--on", "2025-04-01", *data, cwd=office)
    number = drawn.stdout.rstrip().rpartition(" ")[2]
    jiping("pay", "publish", number, "--on", "2025-04-02", *data, cwd=office)
    jiping("pay", "seal", number, "--on", "2025-04-11", *data, cwd=office)
    accounts = office / "另" / "payee_accounts.parquet"
    accounts.unlink()
    with duckdb.connect() as con:
        other = f"SELECT * REPLACE (account || '1' AS account) FROM '{office}/县/payee_accounts.parquet'"
        con.execute(f"COPY ({other}) TO '{accounts}' (FORMAT parquet)")
    words = ("pay", "export", number, "--on", "2025-04-14", *data)
    held = jiping(*words, cwd=office)
    assert (held.returncode, "没有写出代发文件" in held.stdout, "账户变动" in held.stdout) == (1, True, True)
    sent = jiping(*words, "--despite", "已核实", "--by", "经办科长", cwd=office)
    assert f"批次 {number}-01" in sent.stdout, sent.stderr
    assert "仍送出：已核实（经办科长）" in jiping("pay", "status", *data, cwd=office).stdout
