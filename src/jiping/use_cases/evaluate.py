"""Evaluate a filing from records: every figure the rules can measure is filled in with its receipt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from jiping.domain.errors import JipingError
from jiping.domain.filing import Filing
from jiping.drafting.measured import Filled, fill, programme_of
from jiping.scoring.score import Evaluation
from jiping.use_cases.measure import measure
from jiping.use_cases.score import score


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A filing with measured figures, scored, and what was filled into it."""

    evaluation: Evaluation
    filled: tuple[Filled, ...]


def evaluate(
    filing: Filing,
    data: Path,
    pack: str,
    *,
    folders: Sequence[Path] = (),
    tell: Callable[[str], None] = lambda _: None,
) -> Evaluated:
    """Return `filing` with actual values measured from the records in `data`, scored under `pack`.

    Raises JipingError when the pack does not say which programme carries out the project, or the year is missing.
    """
    rules = score(filing, pack, folders=folders).pack
    programme = programme_of(filing, rules)
    if programme is None or filing.year is None:
        raise JipingError(
            f"规则包“{rules.title}”没有写明项目“{filing.label}”由哪项业务执行，没有业务记录可以计量。",
            why="哪个项目由哪项业务执行，各地名称不同，由当地的规则包写明，全国通用的规则包里没有。",
            remedy="请用 --pack 换成写明本地项目的规则包（jiping packs 列出现有的），并核对项目名称；还没有的，"
            "照用户手册“规则包”一页写自己的规则包（--pack-dir），在 programme-….yaml 里给 project_programmes 写上这个项目和业务。",
            place=filing.place,
        )
    found = measure(programme, filing.year, data, rules.name, folders=folders, tell=tell)
    filled, told = fill(filing, found.figures, rules)
    return Evaluated(score(filled, rules.name, folders=folders), told)
