"""A run in the database, what it tells, and the doubts that come of it."""

from jiping.web.runs.models.dispute import DisputeRecord
from jiping.web.runs.models.run import BatchRecord, RunRecord, StepRecord, WorkerRecord
from jiping.web.runs.models.told import ExceptionRecord, FigureRecord, NoteRecord

__all__ = [
    "BatchRecord",
    "DisputeRecord",
    "ExceptionRecord",
    "FigureRecord",
    "NoteRecord",
    "RunRecord",
    "StepRecord",
    "WorkerRecord",
]
