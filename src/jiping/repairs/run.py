"""Find the repairs by walking the folder `rules` and apply them, one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from jiping.checks.catalogue import catalogue
from jiping.domain.doubt import unsure
from jiping.domain.filing import Filing
from jiping.repairs.repair import Repair
from jiping.scoring.score import Evaluation, evaluate


@dataclass(frozen=True, slots=True)
class Mended:
    """What one repair did to a filing."""

    repair: Repair
    before: Filing
    after: Filing


@cache
def repairs() -> tuple[Repair, ...]:
    """Return every repair, in the order in which they apply: that of their first codes (totals before grades)."""
    paths = sorted((Path(__file__).parent / "rules").glob("[!_]*.py"))
    return tuple(sorted(map(_load, paths), key=lambda each: each.codes))


def mend(evaluation: Evaluation) -> tuple[Mended, ...]:
    """Return the repairs that change the filing, each applied to what the earlier ones left."""
    return tuple(_mended(evaluation))


def _mended(evaluation: Evaluation) -> Iterator[Mended]:
    """Go through the repairs until none finds more to do: a mended part makes its total wrong."""
    mended = [*_once_through(evaluation)]
    while mended:
        yield from mended
        evaluation = evaluate(mended[-1].after, evaluation.pack)
        mended = [*_once_through(evaluation)]


def _once_through(evaluation: Evaluation) -> Iterator[Mended]:
    for each in repairs():
        before = evaluation.filing
        if _rests_on_doubt(each, before):
            continue
        after = each.mend(evaluation)
        if after != before:
            yield Mended(each, before, after)
            evaluation = evaluate(after, evaluation.pack)


def _rests_on_doubt(repair: Repair, filing: Filing) -> bool:
    """Tell whether a repair would compute with a figure that was read with doubt."""
    answered = (each for each in catalogue() if each.code in repair.codes)
    return bool(filing.doubts) and any(unsure(filing.doubts, each.rests_on) for each in answered)


def _load(path: Path) -> Repair:
    module = import_module(f"jiping.repairs.rules.{path.stem}")
    (function,) = [item for item in vars(module).values() if hasattr(item, "answers")]
    return Repair(function.answers, (function.__doc__ or "").strip().partition("\n")[0], path.stem, function)
