"""Carry a run on from where its rows say it stands."""

import logging
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from jiping.domain.errors import JipingError
from jiping.domain.measurement import Measurement
from jiping.web.runs.jobs.catalogue import work_from
from jiping.web.runs.jobs.job import Interrupted, Order
from jiping.web.runs.models import RunRecord
from jiping.web.runs.selectors import folder_of
from jiping.web.runs.services import telling
from jiping.web.runs.services.working import run_arrive, run_beat, run_fail, run_rest
from jiping.web.runs.states import StepState

_log = logging.getLogger("jiping.runs")
_UNFORESEEN = JipingError("程序出了没有预料到的错误。", remedy="已完成的批次都保留；请让系统管理员看日志，再点“继续”。")


def carry(run: RunRecord) -> None:
    """Work on `run`, taken by this process, until a person has to act, it is over, or something hinders it."""
    try:
        position = run.steps.filter(state=StepState.DONE).count()
        while run_arrive(run=run, position=position, at=timezone.now()) is not None:
            work, position = work_from(run.job, position)
            work(order_of(run), _Diary(run))
        run_rest(run=run, at=timezone.now())
    except Interrupted:
        run_rest(run=run, at=timezone.now())
    except JipingError as fault:
        run_fail(run=run, fault=fault, at=timezone.now())
    except Exception:  # noqa: BLE001 - a fault nobody foresaw must not end the worker
        _log.exception("run %s", run.pk)  # the page tells whom to show the log; the worker goes on with other runs
        run_fail(run=run, fault=_UNFORESEEN, at=timezone.now())


def order_of(run: RunRecord) -> Order:
    """Return what a run is to do, and where."""
    return Order(run.programme, run.year, run.pack, run.day, settings.DATA_FOLDER, folder_of(run), run.list_number)


@dataclass(frozen=True, slots=True)
class _Diary:
    """Writes down what the work tells, with a sign of life each time."""

    run: RunRecord

    def progress(self, step: str, done: int, total: int) -> None:
        at = self._alive()
        telling.step_reach(run=self.run, title=step, done=done, total=total, at=at)

    def exceptions(self, classes: list[tuple[str, str, int]]) -> None:
        self._alive()
        telling.exceptions_write(run=self.run, classes=classes)

    def figures(self, found: tuple[Measurement, ...]) -> None:
        telling.figures_write(run=self.run, found=found, at=self._alive())

    def listed(self, number: str) -> None:
        self._alive()
        telling.list_name(run=self.run, number=number)

    def note(self, text: str, tone: str = "") -> None:
        self.run.notes.create(at=self._alive(), text=text, tone=tone)

    def _alive(self) -> datetime:
        at = timezone.now()
        run_beat(run=self.run, at=at)
        return at
