"""A cluster says what this machine's own processes say."""

import os  # noqa: TID251 - the environment says whether a skip is allowed
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from batch.batches import BOUNDS, examined, filings, folder_of, sources_in
from jiping.batch import spark
from jiping.batch.sources import Source
from jiping.domain.errors import JipingError


@pytest.fixture
def engine() -> spark.Spark:
    """Return two local cores of Spark; without Java or pyspark the test is skipped, and fails under CI=true."""
    missing = [
        name for name, there in (("java", shutil.which("java")), ("pyspark", find_spec("pyspark"))) if there is None
    ]
    if missing and os.environ.get("CI") == "true":
        pytest.fail(f"{missing} not installed")
    if missing:
        pytest.skip(f"{missing} not installed (apt install openjdk-17-jre-headless; pip install 'jiping[spark]')")
    return spark.Spark("local[2]", BOUNDS)


@pytest.mark.spark
@pytest.mark.filterwarnings("ignore")  # another project's
def test_findings_on_a_cluster_are_those_of_this_machine(engine: spark.Spark, tmp_path: Path) -> None:
    folder = folder_of(filings(2), tmp_path / "材料")
    (folder / "坏.docx").write_bytes(b"PK\x03\x04" + b"\0" * 99)
    os.mkfifo(tmp_path / "等.json")
    sources = (*sources_in(folder), Source("等.json", tmp_path / "等.json"))
    assert examined(sources, tmp_path / "1", engine=engine) == examined(sources, tmp_path / "2")


def test_without_java_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(JipingError, match=r"Java|pyspark"):
        list(spark.Spark("local[2]", BOUNDS)(None, []))  # type: ignore[arg-type]
