"""Draw filings for review (抽查): stratified, seeded, and repeatable by anyone with the frame, the seed and SHA-256.

Within a stratum filings stand in the order of the SHA-256 of “seed|line of the frame”; the first are drawn. No generator
of random numbers is involved, so the draw is the same in any program, on any machine, in any year.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from jiping.domain.money import Money
from jiping.review.ranking import Ranked
from jiping.review.strata import Stratum, sizes, strata
from jiping.rulepack.pack import RulePack

METHOD = (
    "抽样框每份自评一行（单位、项目、年度、文件、支出、风险档次，以制表符隔开，按行排序）。"
    "对“种子|该行”取 SHA-256，层内按此值从小到大排列，取前若干份"
)
_BY_RATES = f"{METHOD}；仍没有抽到的单位，再按同一次序补足。"
_OF_A_SIZE = f"{METHOD}。总份数由人指定，不为覆盖单位补抽；未能校核的不占份数，另行全部人工查看。"


@dataclass(frozen=True, slots=True)
class Drawn:
    """One filing of the sample: why it is in it, and its place in the order of the draw."""

    filing: Ranked
    stratum: str
    ticket: str
    for_unit: bool


@dataclass(frozen=True, slots=True)
class StratumLine:
    """What was drawn from one stratum; `added` came in so that every unit is covered."""

    name: str
    rate: Decimal
    population: int
    drawn: int
    added: int


@dataclass(frozen=True, slots=True)
class Sample:
    """The record of a draw; `unchecked` filings could not be checked and were not drawn."""

    seed: str
    method: str
    frame: tuple[str, ...]
    frame_hash: str
    strata: tuple[StratumLine, ...]
    drawn: tuple[Drawn, ...]
    population: int
    money: Money
    money_drawn: Money
    units: int
    units_drawn: int
    unchecked: int


def draw(ranked: Sequence[Ranked], pack: RulePack, seed: str, total: int | None = None) -> Sample:
    """Return the sample of `ranked`: by the pack's rates, or `total` filings in their proportion.

    Where the pack asks for so many filings of every unit, those missing are added to a draw by rates; a given `total`
    is what is drawn.
    """
    divided = strata(ranked, pack)
    frame = tuple(sorted(map(_line, ranked)))
    queues = [_queue(seed, each) for each in divided]
    chosen = [
        Drawn(filing, stratum.name, ticket, for_unit=False)
        for stratum, queue, size in zip(divided, queues, sizes(divided, total), strict=True)
        for ticket, filing in queue[:size]
    ]
    everyone = [(each, stratum.name) for stratum, queue in zip(divided, queues, strict=True) for each in queue]
    if total is None:
        chosen += _for_units(everyone, chosen, int(pack.thresholds["sample_unit_least"]))
    return Sample(
        seed=seed,
        method=_BY_RATES if total is None else _OF_A_SIZE,
        frame=frame,
        frame_hash=hashlib.sha256("\n".join(frame).encode()).hexdigest(),
        strata=tuple(_stratum_line(each, chosen) for each in divided),
        drawn=tuple(chosen),
        population=len(ranked),
        money=_spent(ranked),
        money_drawn=_spent(each.filing for each in chosen),
        units=_units(ranked),
        units_drawn=_units(each.filing for each in chosen),
        unchecked=sum(each.risk.score is None for each in ranked)
        - sum(each.filing.risk.score is None for each in chosen),
    )


def _line(each: Ranked) -> str:
    subject = each.dossier.subject
    spent = "" if subject.expenditure is None else f"{subject.expenditure.yuan:f}"
    return "\t".join((subject.unit, subject.project, str(subject.year or ""), subject.file, spent, each.risk.band))


def _ticket(seed: str, each: Ranked) -> str:
    return hashlib.sha256(f"{seed}|{_line(each)}".encode()).hexdigest()


def _queue(seed: str, stratum: Stratum) -> list[tuple[str, Ranked]]:
    tickets = ((_ticket(seed, each), each) for each in stratum.members)
    return sorted(tickets, key=lambda pair: pair[0])


def _for_units(everyone: Iterable[tuple[tuple[str, Ranked], str]], chosen: Sequence[Drawn], least: int) -> list[Drawn]:
    """Return the filings to add so that every unit has `least` in the sample, or all it has."""
    covered = Counter(each.filing.dossier.subject.unit for each in chosen)
    taken = {each.ticket for each in chosen}
    added = []
    for (ticket, filing), stratum in sorted(everyone, key=lambda each: each[0][0]):
        unit = filing.dossier.subject.unit
        if ticket not in taken and filing.dossier.subject.names_unit and covered[unit] < least:
            covered[unit] += 1
            added.append(Drawn(filing, stratum, ticket, for_unit=True))
    return added


def _stratum_line(stratum: Stratum, chosen: Sequence[Drawn]) -> StratumLine:
    members = [each for each in chosen if each.stratum == stratum.name]
    added = sum(each.for_unit for each in members)
    return StratumLine(stratum.name, stratum.rate, len(stratum.members), len(members) - added, added)


def _spent(filings: Iterable[Ranked]) -> Money:
    stated = (each.dossier.subject.expenditure for each in filings)
    return sum((money for money in stated if money is not None), Money(Decimal(0)))


def _units(filings: Iterable[Ranked]) -> int:
    return len({each.dossier.subject.unit for each in filings if each.dossier.subject.names_unit})
