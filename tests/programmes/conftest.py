"""Engines for the tests of programmes: `on(url, rows)` puts rows on DuckDB or Spark."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from engines import SPARK, Rows, engine_with, require_spark
from jiping.datasets.engine import Engine
from jiping.rulepack.load import load_pack
from jiping.rulepack.pack import RulePack

On = Callable[[str, Mapping[str, Rows]], Engine]


@pytest.fixture(scope="session")
def pack() -> RulePack:
    return load_pack("national", date(2024, 12, 31))


@pytest.fixture
def on(pack: RulePack, tmp_path: Path) -> On:
    """Return a function that opens an engine at a URL with the given rows as its tables."""

    def opened(url: str, rows: Mapping[str, Rows]) -> Engine:
        if url == SPARK:
            require_spark()
        return engine_with(url, rows, pack, tmp_path)

    return opened
