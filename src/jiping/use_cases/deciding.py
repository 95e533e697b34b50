"""What a decision is made from: the programme that makes it, and the records it looks at."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from jiping.datasets.decision import Decisions
from jiping.datasets.folder import open_data, parquet_paths
from jiping.datasets.programme import Programme
from jiping.domain.errors import JipingError
from jiping.domain.measurement import SnapshotId
from jiping.programmes.catalogue import programmes
from jiping.rulepack.pack import RulePack

Held = tuple[Mapping[str, Path], tuple[SnapshotId, ...]]
"""The files of tables, and the names of their snapshots."""


def deciding(name: str) -> tuple[Programme, Decisions]:
    """Return the programme and what it decides. Raises JipingError when it decides nothing."""
    found = {each.name: (each, offer) for each in programmes() if (offer := each.decisions) is not None}
    if name not in found:
        listed = "、".join(f"{each.name}（{each.title}）" for each, _ in found.values())
        raise JipingError(f"业务“{name}”没有逐人核定的规则。", remedy=f"可以核定的业务：{listed}。")
    return found[name]


def tables_in(data: Path, wanted: Sequence[str], rules: RulePack) -> Held:
    """Return the files of the tables `wanted` in the folder `data`, and their names. Raises JipingError for one missing."""
    snapshots = open_data(data)
    lacking = [rules.tables[each].title for each in wanted if each not in snapshots]
    if lacking:
        raise JipingError(f"缺少数据：{'、'.join(lacking)}。", remedy="请先用 jiping import 导入。")
    held = {each: snapshots[each] for each in sorted(wanted)}
    return parquet_paths(data, held), tuple(each.id for each in held.values())
