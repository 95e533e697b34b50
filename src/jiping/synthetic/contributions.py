"""Contributions of the year: every month a relation lasts, but for the gaps, refunds and late payments of real ledgers."""

import duckdb

from jiping.synthetic.county import FIRST_PERSON, County, Planted

AFTER = ("insurances",)
PLANTED = (
    Planted(
        "退费",
        "原行保留并有退费日期；不看退费日期会多算月数和金额。",
        "SELECT person FROM contributions WHERE refunded_on IS NOT NULL",
    ),
    Planted(
        "断缴数月",
        "年末仍在册，缴费不满十二个月；按在册人数推算会多收。",
        "SELECT person FROM contributions WHERE identity = 'flexible' GROUP BY person "
        "HAVING count(*) < date_diff('month', min(month), max(month)) + 1",
    ),
    Planted(
        "次年一月才到账",
        "费款所属期在本年，到账在下一年；按到账日期统计会漏。",
        "SELECT person FROM contributions WHERE year(paid_on) > year(month)",
    ),
    Planted("补缴", "标明补缴的月份，有的规则不算在内。", "SELECT person FROM contributions WHERE back_payment"),
)
_LEAST_BASE, _MOST_BASE = 4_494, 24_042  # yuan a month; what the bases of a county look like, no rule rests on it


def contributions(con: duckdb.DuckDBPyConnection, county: County) -> None:
    """Create `contributions` of the two pension schemes in `county.year`: monthly, for residents one row for the year."""
    con.execute(f"CREATE TABLE contributions AS {_monthly(county)} UNION ALL {_yearly(county)}")


def _monthly(county: County) -> str:
    span = _MOST_BASE - _LEAST_BASE
    start = f"DATE '{county.year}-01-01'"
    return f"""(
    WITH lasting AS (
        SELECT insurances.*, (({start} + to_months(m::INTEGER))::DATE) AS month, m,
            100 * ({_LEAST_BASE} + least(draw(person, 'base'), draw(person, 'base again')) * {span} // 1000000) AS base,
            draw(person, 'gap') AS gap, draw(person, 'settles late') AS late, (person - {FIRST_PERSON}) % 2500 AS n
        FROM insurances, range(12) AS months(m)
        WHERE scheme = 'employee_pension' AND month >= date_trunc('month', started_on)
            AND (ended_on IS NULL OR month <= ended_on)
    ), kept AS (
        SELECT *, identity = 'flexible' AND (n = 31 OR late < 5000) AS behind,
            identity = 'flexible' AND late >= 5000 AND late < 25000 AS in_january
        FROM lasting
        WHERE identity = 'employee' OR gap >= 60000 OR m NOT BETWEEN gap % 9 + 1 AND gap % 9 + 1 + gap % 3
    )
    SELECT person, scheme, identity, month, base,
        if(identity = 'employee', base * 16 // 100, 0) AS unit_amount,
        if(identity = 'employee', base * 8 // 100, base * 20 // 100) AS personal_amount,
        base * 8 // 100 AS credited,
        CASE WHEN in_january THEN DATE '{county.year + 1}-01-10' + (gap % 15)::INTEGER
             WHEN behind THEN DATE '{county.year}-12-10'
             ELSE (month + to_days((9 + draw(person * 12 + m, 'paid on') % 16)::INTEGER))::DATE END AS paid_on,
        behind AND m < 6 AS back_payment,
        if(identity = 'flexible' AND n IN (37, 1287) AND m = 4, DATE '{county.year}-09-15', NULL) AS refunded_on
    FROM kept)
    """


def _yearly(county: County) -> str:
    return f"""(
    SELECT person, scheme, identity, DATE '{county.year}-01-01' AS month, 0 AS base, 0 AS unit_amount,
        10000 * (1 + draw(person, 'level') % 20) AS personal_amount,
        personal_amount + 6000 AS credited,
        DATE '{county.year}-03-01' + (draw(person, 'paid once') % 270)::INTEGER AS paid_on,
        FALSE AS back_payment, NULL::DATE AS refunded_on
    FROM insurances
    WHERE scheme = 'resident_pension' AND draw(person, 'pays this year') < 970000
        AND (ended_on IS NULL OR ended_on >= paid_on) AND started_on <= paid_on)
    """
