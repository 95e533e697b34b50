"""A run prints everybody once, tells of whom it does not print, and is stopped by a page that lies."""

import csv
import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from jiping.domain.errors import JipingError
from jiping.printing import proof, ready
from jiping.printing.handing_over import Release
from jiping.printing.job import Manner, run
from jiping.printing.roster import Asked
from jiping.statements.renderer import Renderer
from printing.towns import DIED, ELECTRONIC, HOMELESS, MISCODED, NAMELESS, PEOPLE, PRIVATE, RARE, UNPAID
from programs import run_program

Finished = tuple[Path, Release]
HELD = {NAMELESS, PRIVATE, DIED}
PRINTED = set(range(1, PEOPLE + 1)) - HELD - {ELECTRONIC}


def silent(*_: object) -> None:
    """Take progress and say nothing."""


def contents(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_everybody_is_printed_once(finished: Finished) -> None:
    pages = pq.read_table(finished[0] / "manifest.parquet").to_pylist()
    assert sorted(each["person"] for each in pages) == sorted(PRINTED)
    assert len({(each["file"], each["page"]) for each in pages}) == len(pages)
    assert all(each["statement_number"] == int(f"2024{each['person']}") for each in pages)


def test_whoever_has_no_statement_is_told_with_the_reason(finished: Finished) -> None:
    with (finished[0] / "exceptions.csv").open(encoding="utf-8-sig") as file:
        told = {(int(each["个人编号"]), each["情况"]): each for each in csv.DictReader(file)}
    assert {person for (person, _), each in told.items() if each["处理"] == "暂不打印"} == HELD
    assert set(told) == {
        (NAMELESS, "没有姓名"),
        (PRIVATE, "不能印出"),
        (DIED, "已死亡"),
        (HOMELESS, "没有地址或邮编"),
        (MISCODED, "邮编不是六位数字"),
        (UNPAID, "全年没有缴费"),
    }
    assert all("********" in each["证件号码"] for each in told.values())


def test_a_file_holds_one_postal_route_and_no_more_than_a_batch(finished: Finished, manner: Manner) -> None:
    files = finished[1].ticket["files"]
    assert max(each["pages"] for each in files) <= manner.batch
    assert [each["town"] for each in files][-1] == "窗口领取"
    assert {(each["postcode"], each["town"]) for each in files[:-1]} == {("999900", "示例镇一"), ("999901", "示例镇二")}


def test_the_ticket_tells_totals_and_hashes(finished: Finished) -> None:
    out, done = finished
    ticket = json.loads((out / "ticket.json").read_text(encoding="utf-8"))
    assert ticket == done.ticket
    assert ticket["statements"] == ticket["pages"] == len(PRINTED) == sum(each["pages"] for each in ticket["files"])
    assert ticket["fen"]["opening"] == sum(1_000_000 * each + 7 for each in PRINTED)
    assert ticket["fen"]["closing"] == sum(ticket["fen"][name] for name in ("opening", "principal", "interest"))
    for each in ticket["files"]:
        written = (out / each["file"]).read_bytes()
        assert (len(written), sha256(written).hexdigest()) == (each["bytes"], each["sha256"])


@pytest.mark.poppler
def test_the_page_a_manifest_names_is_that_persons(finished: Finished) -> None:
    out, _ = finished
    pages = pq.read_table(out / "manifest.parquet").to_pylist()
    for each in (next(page for page in pages if page["person"] == RARE), pages[-1]):
        text = run_program("pdftotext", "-f", each["page"], "-l", each["page"], out / "print" / each["file"], "-")
        assert str(each["statement_number"]) in text
        assert each["code"] in text


@pytest.mark.poppler
def test_every_page_reads_as_the_roster_says(asked: Asked, manner: Manner, tmp_path: Path) -> None:
    done = run(asked, replace(manner, sample=len(PRINTED)), tmp_path / "out", silent)
    assert done.ticket["statements"] == len(PRINTED)


def test_the_same_records_give_the_same_bytes(finished: Finished, asked: Asked, manner: Manner, tmp_path: Path) -> None:
    run(asked, replace(manner, processes=1), tmp_path / "out", silent)
    assert contents(tmp_path / "out") == contents(finished[0])


@pytest.mark.parametrize("reader", ["poppler", "pdfium"])
def test_two_persons_on_each_others_page_stop_the_release(
    reader: str, asked: Asked, manner: Manner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second and the last row of every file change places on paper, not in the roster."""
    honest = Renderer.render_file

    def swapped(self: Renderer, statements: object, out: object) -> object:
        count = statements.num_rows  # type: ignore[attr-defined]
        order = [0, count - 1, *range(2, count - 1), 1] if count > 2 else list(range(count))
        return honest(self, statements.take(order), out)  # type: ignore[attr-defined,arg-type]

    if reader == "pdfium":
        monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr(Renderer, "render_file", swapped)
    with pytest.raises(JipingError, match="与名册不一致"):
        run(asked, replace(manner, sample=len(PRINTED)), tmp_path / "out", silent)
    assert not (tmp_path / "out" / "ticket.json").exists()
    assert not (tmp_path / "out" / "manifest.parquet").exists()


def test_a_wrong_digit_stops_the_release(
    asked: Asked, manner: Manner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = proof.text_of
    monkeypatch.setattr(
        proof, "text_of", lambda file, page: read(file, page).replace("04.", "05.", 1).replace("6.", "8.")
    )
    with pytest.raises(JipingError, match="金额不符"):
        run(asked, manner, tmp_path / "out", silent)


def test_another_jobs_folder_is_refused(finished: Finished, asked: Asked, manner: Manner) -> None:
    before = contents(finished[0])
    with pytest.raises(JipingError, match=r"另一次打印.*每册份数与上次不同"):
        run(asked, replace(manner, batch=4), finished[0], silent)
    assert contents(finished[0]) == before


def test_a_run_is_not_gone_on_with_by_another_program(
    finished: Finished, asked: Asked, manner: Manner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ready, "program", lambda: "another")
    with pytest.raises(JipingError, match="程序与上次不同"):
        run(asked, manner, finished[0], silent)


def test_a_file_altered_after_printing_is_printed_again(
    finished: Finished, asked: Asked, manner: Manner, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run(asked, manner, out, silent)
    spoiled = next((out / "print").iterdir())
    spoiled.write_bytes(spoiled.read_bytes()[:-20])
    run(asked, manner, out, silent)
    assert contents(out) == contents(finished[0])
