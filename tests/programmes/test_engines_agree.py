"""On a whole synthetic county every figure, its receipt's name included, is the same on DuckDB and on Spark."""

from pathlib import Path

import pytest

from engines import SPARK, require_spark
from jiping.synthetic.county import County
from jiping.use_cases.generate import generate
from jiping.use_cases.measure import ALL, measure


@pytest.mark.spark
@pytest.mark.filterwarnings("ignore")  # another project's
def test_every_figure_is_the_same_on_both_engines(tmp_path: Path) -> None:
    require_spark()
    generate(County(persons=2_000), tmp_path / "county", lambda _: None)
    here = measure(ALL, 2024, tmp_path / "county", "national")
    there = measure(ALL, 2024, tmp_path / "county", "national", engine=SPARK)
    assert not here.unmeasured
    assert there == here
