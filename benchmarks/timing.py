"""A stopwatch: interleaved repetitions, medians, the spread beside them."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of wall time and of CPU time for one piece of work: medians over the repetitions, and the extremes."""

    wall: float
    cpu: float
    fastest: float
    slowest: float


def side_by_side(work: Mapping[str, Callable[[], object]], repetitions: int = 5) -> dict[str, Timing]:
    """Run all pieces of work in turn, A B C A B C …, after one warm-up of each; drift then hits all alike."""
    walls: dict[str, list[float]] = {name: [] for name in work}
    cpus: dict[str, list[float]] = {name: [] for name in work}
    for round_number in range(repetitions + 1):
        for name, run in work.items():
            wall, cpu = time.perf_counter(), time.process_time()
            run()
            if round_number:
                walls[name].append(time.perf_counter() - wall)
                cpus[name].append(time.process_time() - cpu)
    return {name: Timing(median(walls[name]), median(cpus[name]), min(walls[name]), max(walls[name])) for name in work}
