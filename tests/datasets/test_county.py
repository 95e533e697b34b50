"""The synthetic county keeps to the declarations of its tables: what is generated can be imported row for row."""

from pathlib import Path

import pytest

from datasets.files import PACK, imported
from jiping.synthetic.county import County
from synthetic.counties import laid_out, tables


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("county")
    con = laid_out(County(persons=2_000))
    for name in tables(con) & PACK.tables.keys():
        con.execute(f"COPY {name} TO '{folder / name}.parquet' (FORMAT parquet)")
    return folder


def test_every_generated_row_can_be_imported(county: Path, tmp_path: Path) -> None:
    made = sorted(county.glob("*.parquet"))
    outcomes = {path.stem: imported(tmp_path, path, table=path.stem) for path in made}
    assert len(outcomes) > 30
    assert {name: each.counts for name, each in outcomes.items() if each.counts} == {}
    assert {name: each.sources[0].unknown for name, each in outcomes.items() if each.sources[0].unknown} == {}
