"""A programme that pays persons, under the rules of a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jiping.datasets.engine import DUCKDB, Engine, open_engine
from jiping.datasets.payable import Payable
from jiping.datasets.programme import Programme
from jiping.datasets.question import Question
from jiping.datasets.reference import reference_tables
from jiping.domain.errors import JipingError
from jiping.domain.measurement import SnapshotId
from jiping.domain.payment_list import ListHead
from jiping.domain.period import Period
from jiping.payments.due import tables_of
from jiping.programmes.catalogue import programmes
from jiping.rulepack.load import load_pack
from jiping.rulepack.pack import RulePack
from jiping.use_cases.deciding import tables_in


@dataclass(frozen=True, slots=True)
class Business:
    """`question` asks for one year under the rules of one day."""

    programme: Programme
    payable: Payable
    question: Question

    @property
    def rules(self) -> RulePack:
        return self.question.pack

    @property
    def kinds(self) -> Mapping[str, str]:
        """The words for what is paid."""
        return {kept: word for word, kept in self.rules.tables[self.payable.ledger].column("kind").choices}

    @property
    def publicity_days(self) -> int:
        return int(self.rules.thresholds[self.payable.publicity_days])

    def open(self, data: Path, engine: str = DUCKDB) -> tuple[Engine, tuple[SnapshotId, ...]]:
        """Open the tables a list is drawn up from. Raises JipingError when one is not there."""
        paths, snapshots = tables_in(data, tables_of(self.payable), self.rules)
        return open_engine(engine, paths, reference_tables(self.rules)), snapshots


def business(name: str, year: int, pack: str, on: date, folders: Sequence[Path] = ()) -> Business:
    """Return the programme `name` paying in `year`, by the rules of the day `on`. Raises JipingError when it pays nobody."""
    paying = {each.name: each for each in programmes() if each.payable is not None}
    if name not in paying:
        listed = "、".join(f"{each.name}（{each.title}）" for each in paying.values())
        raise JipingError(f"业务“{name}”不向个人发放。", remedy=f"可以发放的业务：{listed}。")
    found = paying[name]
    assert found.payable is not None  # noqa: S101 - those that pay were chosen
    return Business(found, found.payable, Question(name, Period.of_year(year), load_pack(pack, on, folders)))


def business_of(head: ListHead, on: date, folders: Sequence[Path] = ()) -> Business:
    """Return the programme a list belongs to, by the rules of the day `on`."""
    return business(head.programme, head.year, head.pack, on, folders)
