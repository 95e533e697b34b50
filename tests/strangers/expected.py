"""Compare what was read with what stands on the paper, cell by cell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jiping.domain.filing import Filing, Section
from strangers.form import StrangeForm

_ROW = ("level1", "level2", "level3", "target", "actual", "weight", "score", "reason")
_FUND = {"name": "name", "initial": "initial", "full_year": "full_year", "executed": "executed", "rate": "rate"} | {
    "weight": "fund_weight",
    "score": "fund_score",
}


@dataclass(frozen=True)
class Compared:
    """One fact: where it belongs, what is right, what was read."""

    where: str
    right: object
    read: object

    @property
    def agrees(self) -> bool:
        return self.right == self.read


def compare(form: StrangeForm, right: Filing, read: Filing) -> Iterator[Compared]:
    """Yield every fact the form shows; where it does not show one, reading must find none."""
    for name in ("project", "unit", "year", "total_weight", "total_score", "stated_grade"):
        yield Compared(name, getattr(right, name) if form.shows(name) else None, getattr(read, name))
    for name in ("overview", "performance"):
        if form.shows(name):
            yield Compared(name, _text(right, name), _text(read, name))
    yield from _rows(form, right, read)
    if any("funds" in line for line in form.grid if isinstance(line, dict)):
        yield from _funds(form, right, read)
    else:
        yield from _total_line(form, right, read)


def _text(filing: Filing, name: str) -> str:
    section: Section | None = getattr(filing.narrative, name)
    return "" if section is None else "".join(section.text.split())


def _rows(form: StrangeForm, right: Filing, read: Filing) -> Iterator[Compared]:
    shown = {name for name in _ROW if form.shows(name)} | ({"target"} if form.shows("value") else set())
    for number in range(max(len(right.rows), len(read.rows))):
        for name in _ROW:
            wanted = getattr(right.rows[number], name) if number < len(right.rows) and name in shown else None
            found = getattr(read.rows[number], name) if number < len(read.rows) else "没有这一行"
            yield Compared(f"第{number + 1}行 {name}", wanted, found)


def _funds(form: StrangeForm, right: Filing, read: Filing) -> Iterator[Compared]:
    for number in range(max(len(right.funds), len(read.funds))):
        for name, shown in _FUND.items():
            wanted = getattr(right.funds[number], name) if number < len(right.funds) and form.shows(shown) else None
            found = getattr(read.funds[number], name) if number < len(read.funds) else "没有这一行"
            yield Compared(f"资金第{number + 1}行 {name}", wanted, found)


def _total_line(form: StrangeForm, right: Filing, read: Filing) -> Iterator[Compared]:
    for name in ("initial", "full_year", "executed"):
        if form.shows(name):
            found = getattr(read.funds[0], name) if len(read.funds) == 1 else f"{len(read.funds)} 行资金"
            yield Compared(f"资金 {name}", getattr(right.funds[0], name), found)


def share(facts: Sequence[Compared]) -> float:
    """Return the share of facts read right; floats are for people, in this report only."""
    return sum(fact.agrees for fact in facts) / len(facts)
