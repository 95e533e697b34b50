"""Payers of the resident scheme who joined the enterprise scheme, and what they were paid for it."""

from collections.abc import Iterator

import duckdb

from jiping.synthetic.county import County, Planted
from jiping.synthetic.transfer_cases import CASES, EACH
from jiping.synthetic.transfer_movers import movers

PLANTED = (
    *(Planted(each.title, each.why, f"SELECT person FROM movers WHERE part = '{each.name}'") for each in CASES),
    Planted(
        "延长缴费期间缴满最低年限",
        "按缴费月数会多发生活费，缴满即止。",
        "SELECT person FROM extension_allowances WHERE months_before > 150",
    ),
    Planted(
        "登记了生活费而没有缴费",
        "按登记人数会多发。",
        "SELECT person FROM extension_allowances SEMI JOIN (FROM movers WHERE part = 'pensioner') USING (person)",
    ),
)


def transfer_subsidy(con: duckdb.DuckDBPyConnection, county: County) -> None:
    """Create the roll, subsidies, allowances and accounts; add relations and contributions of who changed scheme."""
    year = county.year - 1  # the contribution year whose subsidies are paid in the county's year
    for statement in (*movers(county), *_people(year), *_relations(year), *_contributions(year), *_money(year)):
        con.execute(statement)


def _people(year: int) -> Iterator[str]:
    yield f"""
    UPDATE persons SET died_on = if(part = 'died_before', DATE '{year + 1}-01-15', DATE '{year + 1}-08-10')
    FROM movers WHERE movers.person = persons.person AND part IN ('died_before', 'died_after')
    """
    yield """
    CREATE TABLE resident_roll AS
    SELECT person, coalesce(planted_movers.status, if(part = 'pensioner', 'receiving', 'paying')) AS status,
        coalesce(planted_movers.paid, part <> 'pensioner') AS paid_for_2020, coalesce(planted_movers.insured_place, 'local') AS insured_place
    FROM movers LEFT JOIN planted_movers USING (part) WHERE part <> 'extending'
    UNION ALL
    SELECT person, 'paying', draw(person, 'paid for 2020') < 900000, 'local' FROM insurances
    WHERE scheme = 'resident_pension' AND started_on <= DATE '2020-12-31'
    """
    yield """
    CREATE TABLE payee_accounts AS
    SELECT person, '999900' || person AS account, '示例银行' AS bank, part <> 'spouse_account' AS own_card
    FROM movers SEMI JOIN paying USING (person)
    """


def _relations(year: int) -> Iterator[str]:
    """End the resident relation where the flexible one begins; end that one where a case says so."""
    yield f"""
    INSERT INTO insurances (person, scheme, identity, started_on, ended_on, end_reason)
    WITH begun AS (SELECT person, min(month) AS month FROM paying WHERE identity = 'flexible' GROUP BY person)
    SELECT person, 'resident_pension', 'resident', joined_on,
        if(part = 'pensioner', DATE '{year}-12-31', month - 1), if(month IS NULL, if(part = 'pensioner', 'retired', NULL), 'changed_scheme')
    FROM movers JOIN (SELECT person, joined_on FROM population) USING (person) LEFT JOIN begun USING (person)
    WHERE part <> 'extending'
    """
    yield f"""
    INSERT INTO insurances (person, scheme, identity, started_on, ended_on, end_reason)
    SELECT person, 'employee_pension', identity, min(month) + 4,
        CASE any_value(part) WHEN 'died_before' THEN DATE '{year + 1}-01-15' WHEN 'left_before' THEN DATE '{year + 1}-01-20'
            WHEN 'died_after' THEN DATE '{year + 1}-08-10' WHEN 'returned_after' THEN DATE '{year + 1}-09-01'
            WHEN 'lapsed' THEN DATE '{year - 1}-12-31' END,
        CASE any_value(part) WHEN 'died_before' THEN 'died' WHEN 'left_before' THEN 'transferred' WHEN 'died_after' THEN 'died'
            WHEN 'returned_after' THEN 'changed_scheme' WHEN 'lapsed' THEN 'suspended' END
    FROM paying JOIN movers USING (person) GROUP BY person, identity
    """
    yield """
    INSERT INTO insurances (person, scheme, identity, started_on, ended_on, end_reason)
    SELECT person, 'employee_pension', if(part = 'employee_before', 'employee', 'flexible'),
        DATE '2015-03-01', DATE '2018-06-30', 'suspended'
    FROM movers WHERE part IN ('employee_before', 'flexible_before')
    """


def _contributions(year: int) -> Iterator[str]:
    yield f"""
    INSERT INTO contributions (person, scheme, identity, month, base, unit_amount, personal_amount, credited, paid_on, back_payment, refunded_on)
    SELECT person, 'employee_pension', identity, month, 449400 AS base, if(identity = 'employee', base * 16 // 100, 0),
        if(identity = 'employee', base * 8 // 100, base * 20 // 100), base * 8 // 100,
        CASE WHEN late_day IS NOT NULL AND is_last THEN make_date({year + 1}, late_month, late_day)
             WHEN back THEN DATE '{year}-12-10'
             ELSE month + (9 + draw(person * 12 + month(month), 'paid on') % 16)::INTEGER END,
        back, if(refunded, DATE '{year}-12-20', NULL)
    FROM paying
    """
    yield f"""
    INSERT INTO contributions (person, scheme, identity, month, base, unit_amount, personal_amount, credited, paid_on, back_payment)
    SELECT person, 'resident_pension', 'resident', make_date(in_year, 1, 1), 0, 0, 50000, 56000,
        make_date(in_year, 3, 1) + (draw(person, 'paid once') % 270)::INTEGER, FALSE
    FROM (SELECT person, if(part = 'stayed', {year + 1}, {year}) AS in_year FROM movers WHERE part IN ('stayed', 'also_resident'))
    """


def _money(year: int) -> Iterator[str]:
    """Pay what is due in one batch: bounced transfers arrive two working days later, still in time."""
    yield f"""
    CREATE TABLE extension_allowances AS
    SELECT person, if(part = 'extending' AND extended = 25, 155, 100 + place % 20) AS months_before,
        coalesce(month, DATE '{year - 2}-01-01') AS first_month, NULL::DATE AS last_month
    FROM movers LEFT JOIN (SELECT person, min(month) AS month FROM paying GROUP BY person) USING (person)
    WHERE part = 'extending' OR part IN ('pensioner', 'too_late') AND nth <= {EACH}
    """
    yield f"""
    CREATE TABLE employment_subsidies AS
    SELECT person, DATE '{year}-01-01' AS first_month, DATE '{year}-12-01' AS last_month, 600000 AS amount
    FROM movers WHERE part = 'supported'
    UNION ALL
    SELECT person, DATE '{year + 1}-01-01', DATE '{year + 1}-12-01', 600000 FROM insurances
    WHERE identity = 'flexible' AND ended_on IS NULL AND draw(person, 'supported') < 30000
    GROUP BY person
    """
    yield f"""
    CREATE TABLE subsidy_payments AS
    WITH paid AS (
        SELECT person, kind, {year} - back AS contribution_year, 100000 AS amount, {year + 1} - back + later AS in_year
        FROM movers JOIN had USING (part)
        UNION ALL SELECT person, due, {year}, 100000, {year + 1} FROM movers WHERE due IS NOT NULL
        UNION ALL SELECT person, 'extension', {year}, extended * 10000, {year + 1} FROM movers WHERE part = 'extending'
    )
    SELECT person, kind, contribution_year, amount, make_date(in_year, 4, 10) AS approved_on, make_date(in_year, 4, 19) AS paid_on,
        make_date(in_year, 4, if(draw(person, 'bounced') < 2000, 24, 22)) AS credited_on, NULL::DATE AS recovered_on
    FROM paid
    """
