"""The same records are the same snapshot, whatever file they come in and in whatever order."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow.parquet as pq
from hypothesis import given, settings
from hypothesis import strategies as st

from datasets.files import as_csv, as_parquet, as_xlsx, imported
from jiping.datasets.store import Store

# what stands in names and vouchers: rare characters of GB 18030 too, but no spaces at the ends, which are cut off
WORDS = st.text(st.sampled_from('甲乙丙㐀𠀀䶮,;"“”A1-（）·'), min_size=1, max_size=8).map(lambda word: f"凭{word}号")
FEN = st.integers(-(10**12), 10**12)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
NAMES = {"手册": "handbook", "《社会保险手册》印刷费": "handbook", "“助保贷款”财政贴息": "loan_interest_subsidy"}
BUSINESSES = st.sampled_from(sorted(NAMES))
RECORDS = st.lists(st.tuples(WORDS, BUSINESSES, DAYS, FEN), min_size=1, max_size=6, unique_by=lambda row: row[0])


def written(fen: int) -> str:
    return f"{'-' * (fen < 0)}{abs(fen) // 100}.{abs(fen) % 100:02}"


@settings(max_examples=12)
@given(RECORDS, st.randoms(use_true_random=False))
def test_every_kind_of_file_gives_the_same_snapshot(
    records: list[tuple[str, str, object, int]], chance: object
) -> None:
    rows = [(voucher, name, str(day), written(fen)) for voucher, name, day, fen in records]
    shuffled = sorted(rows, key=lambda _: chance.random())  # type: ignore[attr-defined]
    with TemporaryDirectory() as name:
        folder = Path(name)
        files = [
            as_csv(folder / "utf8.csv", rows, encoding="utf-8-sig"),
            as_csv(folder / "gb.csv", shuffled, encoding="gb18030", delimiter="\t"),
            as_csv(folder / "utf16.csv", shuffled, encoding="utf-16", delimiter=";"),
            as_xlsx(folder / "台账.xlsx", shuffled, title="2024 年到位资金"),
            as_parquet(folder / "台账.parquet", rows),
        ]
        outcomes = [imported(folder / f"data{n}", file) for n, file in enumerate(files)]
        assert [each.faults for each in outcomes] == [()] * len(files)
        assert len({each.snapshot and each.snapshot.sha256 for each in outcomes}) == 1
        _require_same_records(folder / "data0", records)


def _require_same_records(folder: Path, records: list[tuple[str, str, object, int]]) -> None:
    store = Store(folder)
    kept = pq.read_table(store.path(store.current()["arrivals"])).to_pylist()
    assert sorted(tuple(row.values()) for row in kept) == sorted(
        (voucher, NAMES[name], day, fen) for voucher, name, day, fen in records
    )


def test_what_was_kept_can_be_imported_again(tmp_path: Path) -> None:
    file = as_csv(tmp_path / "甲.csv", [("1", "手册", "2024-1-5", "5"), ("2", "手册", "2024-2-5", "0.05")])
    first = imported(tmp_path / "one", file).snapshot
    assert first is not None
    again = imported(tmp_path / "two", tmp_path / "one" / first.file).snapshot
    assert again is not None
    assert again.sha256 == first.sha256


def test_table_of_a_duckdb_file_is_a_source(tmp_path: Path) -> None:
    file = as_csv(tmp_path / "甲.csv", [("1", "手册", "2024-1-5", "5.00")])
    with duckdb.connect(str(tmp_path / "业务.duckdb")) as con:
        con.execute("CREATE TABLE 到账 (凭证号 VARCHAR, 业务 VARCHAR, 到位日期 DATE, 到位金额 DECIMAL(12, 2))")
        con.execute("INSERT INTO 到账 VALUES ('1', '手册', '2024-01-05', 5)")
    of_table = imported(tmp_path / "two", f"duckdb:{tmp_path / '业务.duckdb'}#到账").snapshot
    of_file = imported(tmp_path / "one", file).snapshot
    assert of_table is not None
    assert of_file is not None
    assert of_table.sha256 == of_file.sha256
    assert of_table.origin[0].name == "业务.duckdb#到账"
