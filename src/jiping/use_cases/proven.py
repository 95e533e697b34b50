"""The demo's second half: the same filings, their figures measured from the synthetic county's records."""

from collections.abc import Callable, Sequence
from pathlib import Path

from jiping.domain.filing import Filing
from jiping.exchange import yaml
from jiping.use_cases.evaluate import Evaluated, evaluate
from jiping.use_cases.output import put
from jiping.use_cases.write import write_all

FORMATS = ("docx", "pdf")


def prove(
    filings: Sequence[Filing], data: Path, pack: str, out: Path, tell: Callable[[str], None]
) -> tuple[tuple[Evaluated, ...], tuple[Path, ...]]:
    """Evaluate `filings` from the records in `data` and write them into `out`; `tell` hears each step as it begins."""
    found = tuple(evaluate(filing, data, pack, tell=tell) for filing in filings)
    evaluations = [each.evaluation for each in found]
    written = write_all(evaluations, FORMATS, out, tell=lambda project: tell(f"出文：{project}"))
    records = put(out / "自评表.yaml", yaml.write_all([each.filing for each in evaluations]).encode())
    return found, (*written, records)
