"""A cluster prints the same files, byte for byte."""

from dataclasses import replace
from pathlib import Path

import pytest

from engines import SPARK, require_spark
from jiping.printing.job import Manner, run
from jiping.printing.roster import Asked
from printing.test_run import Finished, contents, silent


@pytest.mark.spark
def test_a_cluster_prints_the_same_files(finished: Finished, asked: Asked, manner: Manner, tmp_path: Path) -> None:
    require_spark()
    out = tmp_path / "out"
    run(replace(asked, engine=SPARK), manner, out, silent)
    assert contents(out / "print") == contents(finished[0] / "print")
    assert (out / "manifest.csv").read_bytes() == (finished[0] / "manifest.csv").read_bytes()
