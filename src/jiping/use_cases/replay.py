"""Compute a receipt again: over its own records by its own SQL, and by today's definition and rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jiping.datasets.engine import DUCKDB, open_engine
from jiping.datasets.folder import find_data, parquet_paths
from jiping.datasets.measuring import measure
from jiping.datasets.question import Question
from jiping.datasets.reference import TITLES, identity, reference_tables
from jiping.domain.measurement import Measurement
from jiping.rulepack.load import load_pack
from jiping.use_cases import receipts
from jiping.use_cases.measure import CODE_VERSION, offered
from jiping.use_cases.receipt import records_of

_SHOWN = 16


@dataclass(frozen=True, slots=True)
class Replayed:
    """`repeated` are the sums the receipt's own SQL gives now; `today` the figure by today's definition, None if gone."""

    receipt: Measurement
    repeated: tuple[int, int | None]
    today: Measurement | None

    @property
    def stands(self) -> bool:
        """The records still give the figure the receipt states."""
        lower = None if self.receipt.lower is None else self.receipt.lower.sum
        return self.repeated == (self.receipt.upper.sum, lower)

    @property
    def drift(self) -> tuple[str, ...]:
        """What today's definition says otherwise, in words; empty when it says the same."""
        if self.today is None:
            return ("现在的程序已没有这项指标",)
        pairs = {
            "数值": (self.receipt.exact, self.today.exact),
            "显示": (self.receipt.shown, self.today.shown),
            "口径": (self.receipt.sentence, self.today.sentence),
            "查询语句": (_queries(self.receipt), _queries(self.today)),
            "规则包版本": (self.receipt.pack_edition, self.today.pack_edition),
            "程序版本": (self.receipt.code_version, self.today.code_version),
            **_references(self.receipt, self.today),
        }
        return tuple(
            f"{name}已变" if name == "查询语句" else f"{name}由 {old} 变为 {new}"
            for name, (old, new) in pairs.items()
            if old != new
        )


def replay(name: str, data: Path, folders: Sequence[Path] = ()) -> Replayed:
    """Return what the receipt `name` gives today. Raises JipingError when its records are gone or were altered."""
    kept = receipts.find(name, data)
    with records_of(kept, data, folders) as records:
        lower = None if kept.lower is None else records.value(kept.lower.sql)
        repeated = (records.value(kept.upper.sql), lower)
    return Replayed(kept, repeated, _today(kept, data, folders))


def _today(kept: Measurement, data: Path, folders: Sequence[Path]) -> Measurement | None:
    definition = next((each for each in offered(kept.programme) if each.code == kept.code), None)
    if definition is None:
        return None
    rules = load_pack(kept.pack, kept.period.last, folders)
    held = {each.table: find_data(data, each) for each in kept.snapshots}
    reference = reference_tables(rules)
    engine = open_engine(DUCKDB, parquet_paths(data, held), reference)
    question = Question(kept.programme, kept.period, rules)
    named = tuple(identity(name, table) for name, table in reference.items())
    return measure(definition, question, engine, kept.snapshots, CODE_VERSION, references=named)


def _references(kept: Measurement, today: Measurement) -> dict[str, tuple[str, str]]:
    """Return the editions of the rules' own tables, then and now, by their titles."""
    then, now = ({each.table: each.sha256[:_SHOWN] for each in found.references} for found in (kept, today))
    return {TITLES[name]: (then.get(name, "未写明"), now.get(name, "不用")) for name in {**then, **now}}


def _queries(measured: Measurement) -> tuple[str, ...]:
    sides = (measured.upper, measured.lower) if measured.lower else (measured.upper,)
    return tuple(text for each in sides for text in (each.sql, each.records_sql))
