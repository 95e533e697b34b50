"""All rows or none; every bad one is told; what is left out is written down."""

import csv
import json
from datetime import datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import xlsxwriter

from datasets.files import HEADINGS, PACK, as_csv, as_xlsx, imported
from jiping.datasets.store import Store
from jiping.domain.errors import JipingError
from jiping.domain.period import Period
from jiping.programmes.catalogue import programmes

GOOD = ("1", "手册", "2024-01-05", "5.00")
BAD_DAY = ("2", "手册", "2024-02-30", "5.00")
PERSON = (
    "个人编号",
    "身份证号",
    "姓名",
    "性别",
    "出生日期",
    "镇街",
    "本市户籍",
    "首次登记日期",
    "送达方式",
    "死亡日期",
    "邮编",
)
SOUND = ("1", "11010519491231002X", "张三丰", "女", "1949-12-31", "如城", "是", "2010-01-05", "邮寄", "", "226500")


def test_one_bad_row_keeps_all_out(tmp_path: Path) -> None:
    outcome = imported(tmp_path / "data", as_csv(tmp_path / "甲.csv", [GOOD, BAD_DAY]))
    assert outcome.snapshot is None
    assert [(each.file, each.line, each.heading, each.value) for each in outcome.faults] == [
        ("甲.csv", 3, "到位日期", "2024-02-30")
    ]
    assert not (tmp_path / "data").exists()


def test_earlier_snapshot_survives_a_failed_import(tmp_path: Path) -> None:
    first = imported(tmp_path / "data", as_csv(tmp_path / "甲.csv", [GOOD])).snapshot
    before = sorted((path, path.read_bytes()) for path in (tmp_path / "data").rglob("*") if path.is_file())
    imported(tmp_path / "data", as_csv(tmp_path / "乙.csv", [GOOD, BAD_DAY]))
    assert Store(tmp_path / "data").current() == {"arrivals": first}
    assert sorted((path, path.read_bytes()) for path in (tmp_path / "data").rglob("*") if path.is_file()) == before


def test_partial_import_keeps_the_good_rows_and_says_what_is_missing(tmp_path: Path) -> None:
    file, rejects = as_csv(tmp_path / "甲.csv", [GOOD, BAD_DAY]), tmp_path / "退回.csv"
    outcome = imported(tmp_path / "data", file, partial=True, rejects=rejects, period=Period.of_year(2024))
    snapshot = outcome.snapshot
    assert snapshot is not None
    assert (snapshot.rows, snapshot.rejected, snapshot.period) == (1, 1, Period.of_year(2024))
    assert snapshot.rejects is not None
    assert snapshot.rejects.name == "退回.csv"
    assert Store(tmp_path / "data").current()["arrivals"] == snapshot


def test_rejected_rows_can_be_corrected_and_imported(tmp_path: Path) -> None:
    rejects = tmp_path / "退回.csv"
    imported(tmp_path / "data", as_csv(tmp_path / "甲.csv", [GOOD, BAD_DAY]), rejects=rejects)
    with rejects.open(encoding="utf-8-sig", newline="") as file:
        head, row = list(csv.reader(file))
    assert head == ["来源文件", "来源行号", "退回原因", *HEADINGS]
    assert row == ["甲.csv", "3", "到位日期不是日期", *BAD_DAY]
    corrected = as_csv(tmp_path / "改.csv", [[*row[:5], "2024-02-29", row[6]]], headings=head)
    outcome = imported(tmp_path / "more", corrected)
    assert outcome.faults == ()
    assert outcome.sources[0].unknown == ("来源文件", "来源行号", "退回原因")


def test_rejected_cells_run_in_no_spreadsheet_and_come_back_whole(tmp_path: Path) -> None:
    formula = ("=HYPERLINK(1)", "+x", "不是日期", "-1.00")
    rejects = tmp_path / "退回.csv"
    imported(tmp_path / "data", as_csv(tmp_path / "甲.csv", [formula]), rejects=rejects)
    with rejects.open(encoding="utf-8-sig", newline="") as file:
        head, row = list(csv.reader(file))
    assert row[3:] == ["'=HYPERLINK(1)", "'+x", "不是日期", "-1.00"]
    fixed = as_csv(tmp_path / "改.csv", [[*row[:4], "手册", "2024-01-05", row[6]]], headings=head)
    assert imported(tmp_path / "data", fixed).snapshot is not None


def test_shared_keys_are_found_across_files(tmp_path: Path) -> None:
    files = as_csv(tmp_path / "甲.csv", [GOOD]), as_xlsx(tmp_path / "乙.xlsx", [("2", *GOOD[1:]), GOOD])
    outcome = imported(tmp_path / "data", *files)
    assert [(each.file, each.line, each.what) for each in outcome.faults] == [
        ("甲.csv", 2, "与另一行重复（乙.xlsx#台账 第 3 行）"),
        ("乙.xlsx#台账", 3, "与另一行重复（甲.csv 第 2 行）"),
    ]


def test_good_rows_of_all_files_are_kept_together(tmp_path: Path) -> None:
    files = as_csv(tmp_path / "甲.csv", [GOOD]), as_csv(tmp_path / "乙.csv", [("2", *GOOD[1:])], encoding="gb18030")
    snapshot = imported(tmp_path / "data", *files).snapshot
    assert snapshot is not None
    assert snapshot.rows == 2
    assert [each.name for each in snapshot.origin] == ["甲.csv", "乙.csv"]


@pytest.mark.parametrize(
    ("column", "cell", "what"),
    [
        ("身份证号", "110105194912310021", "末位校验码不对，号码有误"),
        ("身份证号", "99010519491231002X", "前两位不是行政区划代码"),
        ("身份证号", "110105194913310029", "第 7 至 14 位不是可能的出生日期"),
        ("身份证号", "1.10105194912310E+17", "号码被电子表格当成数字，末几位已丢失"),
        ("身份证号", "110105491231002", "不是18 位公民身份号码"),
        ("性别", "男", "与身份号码第 17 位表示的性别不一致"),
        ("出生日期", "1949-12-30", "与身份号码中的出生日期不一致"),
        ("送达方式", "快递", "不在可填的词之内"),
        ("姓名", "", "必填而没有填"),
        ("个人编号", "0", "小于 1"),
        ("首次登记日期", "1949-12-30", "早于同一行里应在它之前的日期"),
        ("邮编", "12", "不是 6 位数字"),
        ("邮编", "22650O", "不是 6 位数字"),
        ("死亡日期", "1949-12-30", "早于同一行里应在它之前的日期"),
        ("本市户籍", "也许", "不是是或否"),
    ],
)
def test_bad_cells_are_told(tmp_path: Path, column: str, cell: str, what: str) -> None:
    row = [cell if heading == column else said for heading, said in zip(PERSON, SOUND, strict=True)]
    outcome = imported(tmp_path / "data", as_csv(tmp_path / "甲.csv", [row], headings=PERSON), table="persons")
    assert what in [each.what for each in outcome.faults]
    assert imported(tmp_path / "data", as_csv(tmp_path / "甲.csv", [SOUND], headings=PERSON), table="persons").snapshot


def test_personal_cells_are_masked(tmp_path: Path) -> None:
    row = ("1", "110105194912310021", "张三丰" * 200, *SOUND[3:])
    twice = as_csv(tmp_path / "甲.csv", [row, ("0", *row[1:])], headings=PERSON)
    outcome = imported(tmp_path / "data", twice, table="persons")
    assert "19491231" not in str(outcome)
    assert "110105********0021" in [each.value for each in outcome.faults]


def test_row_taken_for_headings_is_masked(tmp_path: Path) -> None:
    file = as_csv(tmp_path / "甲.csv", [SOUND], headings=SOUND)
    with pytest.raises(JipingError, match="缺少必需的列") as told:
        imported(tmp_path / "data", file, table="persons")
    assert "110105********002X" in str(told.value)


def test_cells_beyond_the_headings_are_no_secret(tmp_path: Path) -> None:
    outcome = imported(tmp_path / "data", as_csv(tmp_path / "甲.csv", [GOOD, ("2", *GOOD[1:], "", "多")]))
    assert [(each.line, each.heading, each.what) for each in outcome.faults] == [(3, "整行", "比表头多出单元格")]


def test_lines_are_counted_as_the_file_counts_them(tmp_path: Path) -> None:
    path = tmp_path / "甲.csv"
    path.write_text(
        '到位资金台账\n\n凭证号,业务,到位日期,到位金额\n"凭\n证",手册,2024-01-05,5\n\n,,,\n2,手册,坏,5\n',
        encoding="utf-8",
    )
    assert [each.line for each in imported(tmp_path / "data", path).faults] == [8]


def test_counts_tell_all_faults_and_the_screen_the_first(tmp_path: Path) -> None:
    rows = [(str(n), "手册", "坏", "坏") for n in range(30)]
    outcome = imported(tmp_path / "data", as_csv(tmp_path / "甲.csv", rows))
    assert len(outcome.faults) == 20
    assert [(each.heading, each.rows) for each in outcome.counts] == [("到位日期", 30), ("到位金额", 30)]
    assert outcome.bad_rows == 30


def test_file_without_rows_keeps_nothing(tmp_path: Path) -> None:
    assert imported(tmp_path / "data", as_csv(tmp_path / "甲.csv", [])).snapshot is None


def test_units_of_headings_count_and_may_not_differ(tmp_path: Path) -> None:
    wan = as_csv(
        tmp_path / "万.csv", [("1", "手册", "2024-01-05", "474.37")], headings=(*HEADINGS[:3], "到位金额（万元）")
    )
    yuan = as_csv(tmp_path / "元.csv", [("1", "手册", "2024-01-05", "4743700")])
    one, other = imported(tmp_path / "a", wan).snapshot, imported(tmp_path / "b", yuan).snapshot
    assert one is not None
    assert other is not None
    assert one.sha256 == other.sha256
    with pytest.raises(JipingError, match="单位不同"):
        imported(tmp_path / "c", wan, yuan)


@pytest.mark.parametrize(
    "headings",
    [
        ("凭证号", "业 务", "到位日期", "到位金额"),
        ("*凭证号", "业务（必填）", "到位日期", "金额(元)"),
        ("voucher", "programme", "arrived_on", "到位金额"),
        ("凭证号", "业务", "到位日期", "到位金额【元】"),
    ],
)
def test_headings_are_known_in_every_dress(tmp_path: Path, headings: tuple[str, ...]) -> None:
    outcome = imported(tmp_path / "data", as_csv(tmp_path / "甲.csv", [GOOD], headings=headings))
    assert outcome.snapshot is not None
    assert outcome.sources[0].unknown == ()


def test_missing_heading_is_told_with_what_is_there(tmp_path: Path) -> None:
    file = as_csv(tmp_path / "甲.csv", [GOOD], headings=("凭证号", "业务", "日子", "金额（美元）"))
    with pytest.raises(JipingError, match=r"缺少必需的列：到位日期、到位金额。.*日子"):
        imported(tmp_path / "data", file)


def test_heading_named_twice_is_told(tmp_path: Path) -> None:
    file = as_csv(tmp_path / "甲.csv", [(*GOOD, "5")], headings=(*HEADINGS, "金额"))
    with pytest.raises(JipingError, match="都是“到位金额”这一列"):
        imported(tmp_path / "data", file)


def test_cells_a_spreadsheet_typed_itself_are_read(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, (1, "手册"))
        sheet.write_datetime(1, 2, datetime(2024, 1, 5), book.add_format({"num_format": "yyyy-mm-dd"}))  # noqa: DTZ001
        sheet.write_formula(1, 3, "=2.1+2.9", value="5")
        sheet.write_row(2, 0, (2, "手册", 45296, 0.1 + 0.2))
    rows = [("1", "手册", "2024-01-05", "5.00"), ("2", "手册", "2024-01-05", "0.30")]
    typed = imported(tmp_path / "a", path).snapshot
    texts = imported(tmp_path / "b", as_csv(tmp_path / "甲.csv", rows)).snapshot
    assert typed is not None
    assert texts is not None
    assert typed.sha256 == texts.sha256


def test_same_import_writes_the_same_bytes(tmp_path: Path) -> None:
    file = as_csv(tmp_path / "甲.csv", [GOOD, BAD_DAY, ("3", "", "坏", "")])
    made = []
    for name in ("a", "b"):
        imported(tmp_path / name, file, partial=True, rejects=tmp_path / f"{name}.csv")
        files = {
            str(p.relative_to(tmp_path / name)): p.read_bytes() for p in (tmp_path / name).rglob("*") if p.is_file()
        }
        made.append(
            {key: value for key, value in files.items() if not key.endswith(".json")}
            | {"r": (tmp_path / f"{name}.csv").read_bytes()}
        )
    assert made[0] == made[1]
    record = next((tmp_path / "a").glob("*/????????????????.json"))
    assert json.loads(record.read_text(encoding="utf-8"))["rejected"] == 2


def test_one_citizen_has_one_person_number(tmp_path: Path) -> None:
    rows = [SOUND, ("2", *SOUND[1:])]
    outcome = imported(tmp_path / "data", as_csv(tmp_path / "甲.csv", rows, headings=PERSON), table="persons")
    assert outcome.snapshot is None
    assert [(each.line, each.heading, each.value, each.what) for each in outcome.faults] == [
        (2, "公民身份号码", "110105********002X", "与另一行重复（甲.csv 第 3 行）"),
        (3, "公民身份号码", "110105********002X", "与另一行重复（甲.csv 第 2 行）"),
    ]


@pytest.mark.parametrize("word", ["职工养老保险手册", "手册", "《社会保险手册》印刷费", "handbook"])
def test_a_business_is_known_by_its_chinese_names(tmp_path: Path, word: str) -> None:
    imported(tmp_path / "data", as_csv(tmp_path / "甲.csv", [("1", word, *GOOD[2:])]))
    (kept,) = (tmp_path / "data").rglob("*.parquet")
    assert pq.read_table(kept)["programme"].to_pylist() == ["handbook"]


def test_a_business_nobody_knows_is_refused_and_the_known_ones_are_told(tmp_path: Path) -> None:
    outcome = imported(tmp_path / "data", as_csv(tmp_path / "甲.csv", [("1", "手册费", *GOOD[2:])]))
    assert [(each.heading, each.what) for each in outcome.faults] == [("业务", "不在可填的词之内")]
    assert "职工养老保险手册" in outcome.faults[0].remedy


def test_every_table_knows_the_businesses_by_the_same_names() -> None:
    columns = [each for table in PACK.tables.values() for each in table.columns if each.name == "programme"]
    titles = {each.title: each.name for each in programmes() if each.name not in ("project_funds", "satisfaction")}
    assert len(columns) == 5
    assert len({each.choices for each in columns}) == 1
    assert titles.items() <= dict(columns[0].choices).items()
