"""`jiping import` and `jiping data`: what is kept, what is told, and with which exit code."""

from pathlib import Path

import openpyxl

from cli.program import jiping

HEADINGS = "凭证号,业务,到位日期,到位金额"


def test_sound_file_is_kept_and_listed(tmp_path: Path) -> None:
    (tmp_path / "到位.csv").write_text(f"{HEADINGS}\n1,手册,2024-1-5,5\n", encoding="gb18030")
    done = jiping("import", "arrivals", "到位.csv", "--into", "数据", "--period", "2024", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "已导入 1 行" in done.stdout
    listed = jiping("data", "数据", cwd=tmp_path).stdout
    assert all(word in listed for word in ("arrivals", "资金到位台账", "2024 年", "到位.csv", "当前"))


def test_bad_rows_are_told_and_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "到位.csv").write_text(f"{HEADINGS}\n1,手册,坏,5\n", encoding="utf-8")
    done = jiping("import", "arrivals", "到位.csv", cwd=tmp_path)
    assert done.returncode == 1
    assert "不是日期" in done.stdout
    assert "一行也没有导入" in done.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["到位.csv"]


def test_older_snapshots_are_listed_as_old(tmp_path: Path) -> None:
    for amount in "56":
        (tmp_path / "到位.csv").write_text(f"{HEADINGS}\n1,手册,2024-1-5,{amount}\n", encoding="utf-8")
        jiping("import", "arrivals", "到位.csv", cwd=tmp_path)
    listed = jiping("data", cwd=tmp_path).stdout
    assert listed.count("arrivals") == 2
    assert listed.count("旧") == 1


def test_template_is_filled_in_and_imported(tmp_path: Path) -> None:
    shown = jiping("data", "--schema", "arrivals", "--template", "空白.xlsx", cwd=tmp_path)
    assert all(heading in shown.stdout for heading in HEADINGS.split(","))
    book = openpyxl.load_workbook(tmp_path / "空白.xlsx")
    for column, cell in enumerate(("1", "手册", "2024-01-05", "5.00"), 1):
        book.worksheets[0].cell(2, column, cell)
    book.save(tmp_path / "填好.xlsx")
    assert jiping("import", "arrivals", "填好.xlsx", cwd=tmp_path).returncode == 0


def test_earlier_rejects_are_replaced_only_when_asked(tmp_path: Path) -> None:
    (tmp_path / "到位.csv").write_text(f"{HEADINGS}\n1,手册,坏,5\n", encoding="utf-8")
    words = ("import", "arrivals", "到位.csv", "--rejects", "退回.csv")
    codes = [jiping(*words, *more, cwd=tmp_path).returncode for more in ((), (), ("--force",))]
    assert codes == [1, 2, 1]


def test_data_of_another_kind_is_not_hidden_by_an_import(tmp_path: Path) -> None:
    (tmp_path / "到位.csv").write_text(f"{HEADINGS}\n1,手册,2024-1-5,5\n", encoding="utf-8")
    (tmp_path / "演示").mkdir()
    (tmp_path / "演示" / "persons.parquet").touch()
    done = jiping("import", "arrivals", "到位.csv", "--into", "演示", cwd=tmp_path)
    assert done.returncode == 2
    assert "不能再导入" in done.stderr
    assert [path.name for path in (tmp_path / "演示").iterdir()] == ["persons.parquet"]


def test_misuse_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "到位.csv").write_text(f"{HEADINGS}\n1,手册,2024-1-5,5\n", encoding="utf-8")
    slips = {
        "import 到位 到位.csv": "没有名为“到位”的业务表",
        "import arrivals 没有.csv": "没有这个文件",
        "import arrivals 到位.csv --partial": "--rejects",
        "import arrivals 到位.csv --rejects 到位.csv --force": "不能又作输出",
        "import arrivals 到位.csv --period 去年": "不是期间",
        "import arrivals 到位.csv --encoding klingon": "klingon",
        "data 没有": "没有业务数据",
        "data --template 空白.xlsx": "--schema",
        "data --schema 没有": "没有名为",
    }
    told = {words: jiping(*words.split(), cwd=tmp_path) for words in slips}
    assert {words: (done.returncode, slips[words] in done.stderr) for words, done in told.items()} == dict.fromkeys(
        slips, (2, True)
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["到位.csv"]
