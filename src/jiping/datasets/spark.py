"""A session on a Spark cluster; the one place where Spark is started, and so where it is kept from talking."""

import os  # noqa: TID251 - Spark is told by environment variables which Python to run
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from jiping.domain.errors import JipingError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_LOG = Path(__file__).with_name("spark-log.properties").as_uri()
_SETTINGS: dict[str, bool | float | int | str | None] = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={_LOG}",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
}
_FEW_CORES = "8"  # partitions of a shuffle on one machine, where each costs a start


def spark_session(master: str) -> "SparkSession":
    """Return the session on `master`, begun unless this process has one. Raises JipingError where Spark cannot run."""
    _require()
    from pyspark.sql import SparkSession  # noqa: PLC0415 - an optional extra, and slow to import

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master).appName("jiping").config(map=_SETTINGS)
    if master.startswith("local"):
        builder = builder.config("spark.sql.shuffle.partitions", _FEW_CORES)
    return builder.getOrCreate()


def _require() -> None:
    if find_spec("pyspark") is None:
        raise JipingError(
            "没有安装 pyspark。", remedy="请执行 pip install 'jiping[spark]'，并安装 Java 17；或去掉 --engine。"
        )
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        raise JipingError("没有找到 Java，Spark 不能启动。", remedy="请安装 Java 17 或更高版本，或去掉 --engine。")
