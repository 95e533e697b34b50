"""Compute one indicator and keep how it came about."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from textwrap import indent

from ibis.expr.operations import PhysicalTable, Relation

from jiping.datasets.engine import Engine
from jiping.datasets.figure import Figure, Part
from jiping.datasets.programme import ProgrammeIndicator
from jiping.datasets.question import Question
from jiping.datasets.receipt import receipt_id
from jiping.datasets.sql import sql_of
from jiping.domain.measurement import Counted, Measurement, SnapshotId
from jiping.domain.money import plain
from jiping.rulepack.table import number

_FEN = ("元", "万元")  # printed in these, added up in fen
_IN_UNIT = {"%": Fraction(100), "元": Fraction(1, 100), "万元": Fraction(1, 1_000_000)}  # of shares and of fen


def measure(
    indicator: ProgrammeIndicator,
    question: Question,
    engine: Engine,
    snapshots: tuple[SnapshotId, ...],
    code_version: str,
    *,
    references: tuple[SnapshotId, ...] = (),
) -> Measurement:
    """Return what `indicator` is on the records of `engine`.

    `snapshots` are those of the tables it reads, `references` the tables of the rules it may read: the receipt names
    those it does.
    """
    figure = indicator.measure(engine.tables, question)
    upper = _counted(replace(figure.upper, money=figure.upper.money or _measure(indicator.unit) in _FEN), engine)
    lower = None if figure.lower is None else _counted(figure.lower, engine)
    exact = _exact(upper, lower, indicator.unit)
    population = None if figure.population is None else _counted(figure.population, engine).sum
    divisor = lower.sum if lower else 1
    noted = indicator.note(upper.sum, divisor, population, question) if indicator.note and exact is not None else ""
    measured = Measurement(
        id="",
        programme=question.programme,
        code=indicator.code,
        title=indicator.title,
        sentence=indicator.sentence,
        unit=indicator.unit,
        period=question.period,
        upper=upper,
        lower=lower,
        exact=exact,
        shown=None if exact is None else _printed(indicator, exact, question) + noted,
        absent=None if exact is not None else indicator.absent,
        snapshots=snapshots,
        pack=question.pack.name,
        pack_edition=question.pack.edition,
        code_version=code_version,
        references=_read(figure, references),
    )
    return replace(measured, id=receipt_id(measured))


def shown(exact: Fraction, unit: str, question: Question) -> str:
    """Return the figure as a form prints it: rounded half up once, to the places the pack gives its unit, no idle zeros."""
    table = question.pack.table("measured_places")
    places = int(next(number(row, "places") for row in table if row["unit"] in (_measure(unit), "")))
    return f"{plain(_rounded(exact, places))}{unit}"


def _printed(indicator: ProgrammeIndicator, exact: Fraction, question: Question) -> str:
    if indicator.places is None:
        return shown(exact, indicator.unit, question)
    return f"{_rounded(exact, int(question.pack.thresholds[indicator.places]))}{indicator.unit}"


def _rounded(exact: Fraction, places: int) -> Decimal:
    steps = int(abs(exact) * 10**places + Fraction(1, 2))
    return Decimal(-steps if exact < 0 else steps).scaleb(-places)


def _measure(unit: str) -> str:
    """Return what is counted, without what it is counted per: 元/份 → 元."""
    return unit.partition("/")[0]


def _exact(upper: Counted, lower: Counted | None, unit: str) -> Fraction | None:
    into = _IN_UNIT.get(_measure(unit), Fraction(1))
    if lower is None:
        return upper.sum * into
    return Fraction(upper.sum, lower.sum) * into if lower.sum else None


def _read(figure: Figure, references: tuple[SnapshotId, ...]) -> tuple[SnapshotId, ...]:
    """Return those of `references` whose rows the figure is made of."""
    sides = (each for each in (figure.upper, figure.lower, figure.population) if each is not None)
    read = {name for each in sides for name in _tables(each.records.op())}
    return tuple(each for each in references if each.table in read)


def _tables(records: Relation) -> Iterator[str]:
    return (each.name for each in records.find(PhysicalTable))


def _counted(part: Part, engine: Engine) -> Counted:
    """Add up one side. The SQL of the sum is written around the SQL of the records, as compiling is the larger cost."""
    records = _sql(part.records.unbind().op())
    added = "COUNT(*)" if part.of is None else f'COALESCE(SUM("{part.of}"), 0)'
    sql = f'SELECT {added} AS "value"\nFROM (\n{indent(records, "  ")}\n) AS "records"'
    return Counted(engine.whole_number(part.sum(), sql), sql, records, money=part.money)


@lru_cache(maxsize=256)
def _sql(records: Relation) -> str:
    """Return the SQL of records that belong to no engine; more than a third of all figures share theirs with another."""
    return sql_of(records.to_expr())
