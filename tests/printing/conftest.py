"""One small county and one finished run of it, shared by the tests of printing."""

from pathlib import Path

import pytest

from jiping.printing.handing_over import Release
from jiping.printing.job import Manner, run
from jiping.printing.roster import Asked
from printing.towns import lay_out

KEY = b"a key of the tests, not a secret"
BATCH = 9


@pytest.fixture(scope="session")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out(tmp_path_factory.mktemp("county") / "data")


@pytest.fixture(scope="session")
def asked(towns: Path) -> Asked:
    return Asked(2024, towns, "national")


@pytest.fixture(scope="session")
def manner() -> Manner:
    return Manner(KEY, BATCH)


@pytest.fixture(scope="session")
def finished(asked: Asked, manner: Manner, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Release]:
    out = tmp_path_factory.mktemp("run") / "statements"
    return out, run(asked, manner, out, lambda *_: None)
