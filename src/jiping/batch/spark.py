"""The same files examined on a Spark cluster; the only file that knows of Spark, imported when one is asked for.

Every node must have jiping installed and see the files under the same paths.
"""

import os  # noqa: TID251 - Spark is told by environment variables which Python to run
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

from jiping.batch.processes.child import Lost
from jiping.batch.processes.crew import crew
from jiping.batch.processes.serve import Bounds, Work
from jiping.batch.work import Job
from jiping.domain.errors import JipingError

_LOG = Path(__file__).with_name("spark-log.properties").as_uri()
_FILES_A_CORE = 256  # in one round; results come home after each, so the driver stays small

Answer = tuple[Job, bytes | Lost]


@dataclass(frozen=True, slots=True)
class Spark:
    """An engine on the cluster at `master`; every core works through its share in a bounded child process."""

    master: str
    bounds: Bounds

    def __call__(self, work: Work[Job], jobs: Iterable[Job]) -> Iterator[Answer]:
        """Yield every job with its answer, round by round. Raises JipingError when there is no Spark to work on."""
        _require()
        from pyspark.sql import SparkSession  # noqa: PLC0415 - optional

        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        builder = SparkSession.builder.master(self.master).appName("jiping")
        for part in ("spark.ui.enabled", "spark.ui.showConsoleProgress"):
            builder = builder.config(part, "false")
        session = builder.config("spark.driver.extraJavaOptions", f"-Dlog4j2.configurationFile={_LOG}").getOrCreate()
        try:
            context = session.sparkContext
            cores, waiting = context.defaultParallelism, iter(jobs)
            while batch := [_everywhere(job) for job in islice(waiting, cores * _FILES_A_CORE)]:
                yield from context.parallelize(batch, cores).mapPartitions(partial(_share, work, self.bounds)).collect()
        finally:
            session.stop()


def _share(work: Work[Job], bounds: Bounds, jobs: Iterable[Job]) -> Iterator[Answer]:
    return crew(work, jobs, 1, bounds)


def _everywhere(job: Job) -> Job:
    return replace(job, source=replace(job.source, path=job.source.path.resolve()))


def _require() -> None:
    try:
        import pyspark  # noqa: F401, PLC0415 - optional
    except ImportError:
        raise JipingError(
            "没有安装 pyspark。",
            remedy="请在 jiping 所在的文件夹执行 .venv/bin/pip install -e '.[spark]'，或去掉 --engine。",
        ) from None
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        raise JipingError("没有找到 Java，Spark 不能启动。", remedy="请安装 Java 17 或更高版本，或去掉 --engine。")
