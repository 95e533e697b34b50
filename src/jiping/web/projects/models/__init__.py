"""A project from its set-up to its last monitoring, as rows: only what a person typed or decided."""

from jiping.web.projects.models.adjusting import AdjustmentLineRecord, AdjustmentRecord
from jiping.web.projects.models.monitoring import MonitoringRecord, ProgressRecord
from jiping.web.projects.models.set_up import AspectRecord, CostRecord, ProjectRecord, TargetRecord

__all__ = [
    "AdjustmentLineRecord",
    "AdjustmentRecord",
    "AspectRecord",
    "CostRecord",
    "MonitoringRecord",
    "ProgressRecord",
    "ProjectRecord",
    "TargetRecord",
]
