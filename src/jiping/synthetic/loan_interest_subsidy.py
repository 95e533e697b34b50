"""Loans that pay the premiums of who cannot: in 2024 the interest finance bears comes to 3 900 yuan, to the fen."""

from collections.abc import Iterator

import duckdb

from jiping.synthetic.county import County, Planted
from jiping.synthetic.loan_cases import CASES, Case

AFTER = ("contributions", "transfer_subsidy")
PLANTED = tuple(
    Planted(each.title, each.why, f"SELECT loan FROM borrowers WHERE part = '{each.name}'")
    for each in CASES
    if each.title
)
_MILLION = 1_000_000
_UNUSED = 444  # no county has so many persons born on one day


def loan_interest_subsidy(con: duckdb.DuckDBPyConnection, county: County) -> None:
    """Create the loans, what moved on them, their rates and arrears, proofs, the bank's list and the one prepayment."""
    con.execute(_candidates(county.year))
    con.execute("CREATE TEMP TABLE borrowers (part VARCHAR, loan VARCHAR, person BIGINT, male BOOLEAN, died_on DATE)")
    for number, case in enumerate(CASES, 1):
        con.execute(_dated(_borrower(case, number), county))
        if case.born:
            con.execute(_dated(_reborn(case), county))
    for name, rows in (
        ("loans", map(_contract, CASES)),
        ("hardship_proofs", map(_proof, CASES)),
        ("loan_movements", (row for case in CASES for row in _moves(case))),
        ("loan_rates", (row for case in CASES for row in _rates(case))),
        ("loan_overdues", map(_overdue, CASES)),
        ("bank_interest", map(_listed, (case for case in CASES if case.listed))),
        ("loan_prepayments", (_prepayment(),)),
    ):
        con.execute(_dated(f"CREATE TABLE {name} AS {' UNION ALL '.join(rows)}", county))


def _candidates(year: int) -> str:
    """Gather who pays as a flexible worker and missed no month while alive."""
    return f"""
    CREATE TEMP TABLE loan_candidates AS
    WITH payers AS (
        SELECT person, count(DISTINCT month) AS months FROM contributions
        WHERE scheme = 'employee_pension' AND year(month) = {year} AND refunded_on IS NULL GROUP BY person
    )
    SELECT person, male, population.birth_date, local_household, died_on,
        person IN (SELECT person FROM employment_subsidies WHERE year(last_month) = {year}) AS supported
    FROM population JOIN persons USING (person) JOIN payers USING (person)
    WHERE part = 'flexible' AND joined_on < DATE '{year}-01-01' AND months = coalesce(month(died_on), 12)
    """


def _borrower(case: Case, number: int) -> str:
    return f"""
    INSERT INTO borrowers
    SELECT '{case.name}', 'ZB{{y}}-{number:02d}', person, male, died_on FROM loan_candidates
    WHERE {case.borrower} AND person NOT IN (SELECT person FROM borrowers) ORDER BY person LIMIT 1
    """


def _reborn(case: Case) -> str:
    return f"""
    UPDATE persons SET birth_date = {case.born}, id_number = citizen_number({case.born}, borrowers.male, {_UNUSED})
    FROM borrowers WHERE borrowers.person = persons.person AND part = '{case.name}'
    """


def _contract(case: Case) -> str:
    sex = f"'{case.pension_class}'" if case.pension_class else "if(male, 'male', 'female_50')"
    base = f"{case.base}::BIGINT" if case.base != CASES[0].base else "NULL::BIGINT"
    return _of(
        case,
        f"loan, person, {case.contract_on} AS contract_on, {sex} AS pension_class, "
        f"{case.grace_ends_on}::DATE AS grace_ends_on, {base} AS day_base, {case.moved_away_on}::DATE AS moved_away_on",
    )


def _proof(case: Case) -> str:
    return _of(
        case,
        f"person, 'low_income' AS kind, DATE '{{earlier}}-01-01' AS valid_from, {case.proof_until}::DATE AS valid_until",
    )


def _moves(case: Case) -> Iterator[str]:
    for number, (day, kind, amount) in enumerate(case.moves, 1):
        yield _of(
            case,
            f"loan || '-{number}' AS entry, loan, ({day})::DATE AS moved_on, '{kind}' AS kind, {amount}::BIGINT AS amount",
        )


def _rates(case: Case) -> Iterator[str]:
    for day, rate in case.rates:
        yield _of(case, f"loan, ({day})::DATE AS starts_on, ({rate} / {_MILLION})::DECIMAL(9, 6) AS rate")


def _overdue(case: Case) -> str:
    first, last = case.overdue
    row = _of(case, f"loan, {first}::DATE AS started_on, {last}::DATE AS ended_on")
    return f"SELECT * FROM ({row}) WHERE started_on IS NOT NULL"


def _listed(case: Case) -> str:
    """Let the bank reckon as its contract says, and round once, the half upwards."""
    parts = " + ".join(
        f"{principal}::HUGEINT * {rate} * (({end})::DATE - ({first})::DATE)"
        for first, end, principal, rate in case.listed
    )
    year = case.base * _MILLION
    return _of(case, f"loan, {{y}}::BIGINT AS year, ((2 * ({parts}) + {year}) // {2 * year})::BIGINT AS amount")


def _prepayment() -> str:
    """Finance paid what the bank listed; the voucher is that of the payment in the project's ledger."""
    return """
    SELECT 'P{y}-401' AS voucher, {y}::BIGINT AS year, DATE '{y}-12-12' AS paid_on, 'prepaid' AS kind,
        sum(amount)::BIGINT AS amount
    FROM bank_interest HAVING count(*) > 0
    """


def _of(case: Case, columns: str) -> str:
    return f"SELECT {columns} FROM borrowers WHERE part = '{case.name}'"


def _dated(query: str, county: County) -> str:
    """Put the county's years where a query leaves room for them."""
    year = county.year
    return query.format(
        y=year,
        before=year - 1,
        earlier=year - 2,
        after=year + 1,
        sixty=year - 60,
        sixty_one=year - 61,
        fifty_nine=year - 59,
    )
