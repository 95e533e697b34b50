"""A filing in the database: its head, the rows below it, its sealed versions, and the tasks that came of it."""

from jiping.web.filings.models.filing import FilingRecord
from jiping.web.filings.models.rows import EvidenceRecord, IndicatorRecord, SectionRecord, WaiverRecord
from jiping.web.filings.models.task import TaskRecord
from jiping.web.filings.models.version import FilingVersion

__all__ = [
    "EvidenceRecord",
    "FilingRecord",
    "FilingVersion",
    "IndicatorRecord",
    "SectionRecord",
    "TaskRecord",
    "WaiverRecord",
]
