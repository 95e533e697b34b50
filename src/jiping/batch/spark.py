"""The same files examined on a Spark cluster; imported when one is asked for.

Every node must have jiping installed and see the files under the same paths.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from jiping.batch.processes.child import Lost
from jiping.batch.processes.crew import crew
from jiping.batch.processes.serve import Bounds, Work
from jiping.batch.work import Job
from jiping.datasets.spark import spark_session

_FILES_A_CORE = 256  # in one round; results come home after each, so the driver stays small

Answer = tuple[Job, bytes | Lost]


@dataclass(frozen=True, slots=True)
class Spark:
    """An engine on the cluster at `master`; every core works through its share in a bounded child process."""

    master: str
    bounds: Bounds

    def __call__(self, work: Work[Job], jobs: Iterable[Job]) -> Iterator[Answer]:
        """Yield every job with its answer, round by round. Raises JipingError when there is no Spark to work on."""
        session = spark_session(self.master)
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
