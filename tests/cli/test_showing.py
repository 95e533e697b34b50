"""`jiping read --show` writes one page a file and tells where it is."""

from pathlib import Path

from cli.program import SEED, jiping


def test_the_page_is_written_where_it_is_wanted(tmp_path: Path) -> None:
    file = tmp_path / "看.html"
    done = jiping("read", SEED, "--show", "--output", file)
    assert (done.returncode, done.stdout.strip()) == (0, str(file)), done.stderr
    assert file.read_bytes().startswith(b"<!DOCTYPE html>")


def test_without_a_name_the_page_is_called_after_its_file(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text("没有自评", encoding="utf-8")
    (tmp_path / "乙.txt").write_text("也没有", encoding="utf-8")
    done = jiping("read", "甲.txt", "乙.txt", "--show", cwd=tmp_path)
    assert done.stdout.split() == ["甲.txt.读取.html", "乙.txt.读取.html"], done.stderr
    assert "没有认出绩效自评价材料" in (tmp_path / "甲.txt.读取.html").read_text(encoding="utf-8")


def test_many_files_do_not_go_into_one_page(tmp_path: Path) -> None:
    done = jiping("read", SEED, SEED, "--show", "--output", tmp_path / "看.html")
    assert done.returncode == 2
    assert "只能用于一份材料" in done.stderr
    assert not list(tmp_path.iterdir())


def test_data_has_no_page(tmp_path: Path) -> None:
    done = jiping("read", tmp_path / "a.json", "--show")
    assert done.returncode == 2
    assert "没有版面" in done.stderr
