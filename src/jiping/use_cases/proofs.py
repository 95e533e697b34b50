"""Look up the receipts a filing names in the office's records, and compute each again."""

from collections.abc import Sequence
from pathlib import Path

from jiping.checks.receipts import receipts
from jiping.domain.errors import JipingError
from jiping.domain.proof import Proof
from jiping.drafting.measured import stated
from jiping.scoring.score import Evaluation
from jiping.use_cases.replay import Replayed, replay

_VERSION = "程序版本"  # a new program that computes the same has changed nothing


def proofs(evaluation: Evaluation, data: Path, folders: Sequence[Path] = ()) -> tuple[Proof, ...]:
    """Return what each receipt the filing names proves by the records in `data`; what is wrong with one is told in it."""
    named = [(row.level3, each.group()) for row in evaluation.filing.rows for each in receipts(row)]
    found = {number: _replayed(number, data, folders) for _, number in named}
    return tuple(_proof(evaluation, row, number, found[number]) for row, number in named)


def _replayed(number: str, data: Path, folders: Sequence[Path]) -> Replayed | JipingError:
    try:
        return replay(number, data, folders)
    except JipingError as fault:
        return fault


def _proof(evaluation: Evaluation, row: str, number: str, found: Replayed | JipingError) -> Proof:
    if isinstance(found, JipingError):
        return Proof(row, number, fault=f"{found.what}{found.why}")
    kept = found.receipt
    fault = "" if found.stands else "按凭据自己的查询重算，结果不同。"
    drift = tuple(each for each in found.drift if not each.startswith(_VERSION))
    return Proof(row, number, stated(evaluation.filing, row, kept, evaluation.pack), kept.period, fault, drift)
