"""A county is what its seed makes it, fits the declared tables, and holds every case its card names."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from jiping.datasets.programme import Programme
from jiping.domain.table import TableColumn, TableSchema
from jiping.programmes.catalogue import programmes
from jiping.rulepack.load import load_pack
from jiping.synthetic.card import found
from jiping.synthetic.county import FIRST_PERSON, County, Planted
from jiping.synthetic.walk import groups, planted
from synthetic.counties import laid_out, tables

SCHEMAS = load_pack("national", date(2024, 12, 31)).tables


@pytest.fixture(scope="module")
def county() -> duckdb.DuckDBPyConnection:
    return laid_out(County())


def one(con: duckdb.DuckDBPyConnection, query: str) -> object:
    row = con.execute(query).fetchone()
    return row[0] if row else None


def test_a_group_comes_after_those_it_needs() -> None:
    order = list(groups())
    assert order[0] == "people"
    needs = {name: getattr(module, "AFTER", ("contributions",)) for name, module in groups().items()}
    assert all(order.index(each) < order.index(name) for name, needed in needs.items() for each in needed)


def test_every_table_laid_out_is_declared(county: duckdb.DuckDBPyConnection) -> None:
    assert tables(county) <= set(SCHEMAS)


@pytest.mark.parametrize("programme", programmes(), ids=lambda each: each.name)
def test_every_table_a_programme_reads_is_laid_out(county: duckdb.DuckDBPyConnection, programme: Programme) -> None:
    assert set(programme.tables) & set(SCHEMAS) <= tables(county)


def test_tables_are_filled_as_declared(county: duckdb.DuckDBPyConnection) -> None:
    for schema in laid_out_schemas(county):
        for column in schema.columns:
            assert one(county, f"SELECT count(*) FROM {schema.name} WHERE {amiss(column)}") == 0, (schema, column)


def test_no_two_rows_share_a_key(county: duckdb.DuckDBPyConnection) -> None:
    for schema in laid_out_schemas(county):
        twice = f"SELECT 1 FROM {schema.name} GROUP BY {', '.join(schema.key)} HAVING count(*) > 1"
        assert one(county, f"SELECT count(*) FROM ({twice})") == 0, schema.name


def laid_out_schemas(con: duckdb.DuckDBPyConnection) -> Iterator[TableSchema]:
    return (SCHEMAS[name] for name in sorted(tables(con)))


def amiss(column: TableColumn) -> str:
    """The condition under which a cell breaks the declaration of its column."""
    faults = ["false"]
    if column.required:
        faults.append(f"{column.name} IS NULL")
    if column.choices:
        faults.append(f"{column.name} NOT IN {(*(value for _, value in column.choices), '')}")
    if column.minimum is not None:
        faults.append(f"{column.name} < {column.minimum}")
    if column.maximum is not None:
        faults.append(f"{column.name} > {column.maximum}")
    return " OR ".join(faults)


@pytest.mark.parametrize("case", planted(), ids=lambda case: case.name)
def test_every_case_of_the_card_is_in_the_county(county: duckdb.DuckDBPyConnection, case: Planted) -> None:
    assert found(county, case).records > 0


def test_no_two_persons_share_a_number(county: duckdb.DuckDBPyConnection) -> None:
    assert one(county, "SELECT count(DISTINCT id_number) FROM persons") == County().persons


def test_rows_of_the_shared_tables_belong_to_persons_of_the_county(county: duckdb.DuckDBPyConnection) -> None:
    for table in ("insurances", "contributions"):
        assert one(county, f"SELECT count(*) FROM {table} WHERE person NOT IN (SELECT person FROM persons)") == 0


def test_nobody_pays_after_death(county: duckdb.DuckDBPyConnection) -> None:
    late = "SELECT count(*) FROM contributions JOIN persons USING (person) WHERE month > died_on"
    assert one(county, late) == 0


@pytest.mark.parametrize("persons", [1, 2, 40, 999])
def test_a_county_may_be_small(persons: int) -> None:
    con = laid_out(County(persons))
    assert one(con, "SELECT max(person) FROM persons") == FIRST_PERSON + persons - 1


@pytest.mark.parametrize("year", [2021, 2026])
def test_a_county_may_be_of_another_year(year: int) -> None:
    con = laid_out(County(300, year=year))
    assert one(con, "SELECT count(DISTINCT year(month)) FROM contributions WHERE identity = 'employee'") == 1
    assert one(con, "SELECT bool_and(registered_on < make_date(county_year() + 1, 1, 1)) FROM persons") is True
    assert one(con, "SELECT min(county_year() - year(birth_date)) >= 15 FROM persons") is True


def test_the_pages_of_a_card_say_that_nothing_is_real(tmp_path: Path) -> None:
    from jiping.use_cases.generate import generate

    card = generate(County(50), tmp_path / "county", lambda _: None)
    assert "合成，不是真实数据" in card.markdown()
    assert '"synthetic": true' in card.json()
