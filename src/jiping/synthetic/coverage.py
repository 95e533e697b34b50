"""Extending coverage: what towns were set, sites permitted, businesses started, premiums due and collected."""

import duckdb

from jiping.synthetic.county import County, Planted

AFTER = ("contributions", "transfer_subsidy")
PLANTED = (
    Planted(
        "分期许可的工程",
        "每期一张许可证，按证数项目会重复计数。",
        "SELECT project_number FROM construction_projects WHERE phase_of IS NOT NULL",
    ),
    Planted(
        "年内取消的工程",
        "没有开工，不能算作应参保而未参保。",
        "SELECT project_number FROM construction_projects WHERE cancelled_on IS NOT NULL",
    ),
    Planted("免予按项目参保", "不在应参保之列。", "SELECT project_number FROM construction_projects WHERE exempt"),
    Planted(
        "跨午休办成的开办",
        "按钟点相减会把午休算进去，误判超过半日。",
        "SELECT case_number FROM startups WHERE hour(accepted_at) = 11 AND hour(finished_at) = 15",
    ),
    Planted(
        "周五受理、周一办成",
        "按自然日相减会误判超过半日。",
        "SELECT case_number FROM startups WHERE finished_at::DATE - accepted_at::DATE = 3",
    ),
    Planted(
        "上年欠费本年收回",
        "算进当年征缴率会超过 100%。",
        "SELECT employer FROM collections WHERE year(month) < county_year()",
    ),
)
_SITES_PER_PERSON, _STARTUPS_PER_PERSON = 1000, 100


def coverage(con: duckdb.DuckDBPyConnection, county: County) -> None:
    """Create the tables of the coverage programme. Tasks are what was reached, less a little, so that all are met."""
    con.execute(f"CREATE TABLE coverage_tasks AS {_tasks(county.year)}")
    con.execute(f"CREATE TABLE construction_projects AS {_sites(county)}")
    con.execute(f"CREATE TABLE startups AS {_startups(county)}")
    con.execute(f"CREATE TABLE collections AS {_collections(county.year)}")


def _tasks(year: int) -> str:
    return f"""
    WITH joined AS (
        SELECT town, scheme, person, min(started_on) AS joined_on,
            bool_or(ended_on IS NULL OR ended_on > DATE '{year}-12-31') AND any_value(died_on) IS NULL AS insured
        FROM insurances JOIN persons USING (person) GROUP BY ALL
    )
    SELECT town, {year}::BIGINT AS year, scheme, 'newly_insured' AS measure,
        (count(*) FILTER (insured AND year(joined_on) = {year}) * 98 // 100)::BIGINT AS task
    FROM joined GROUP BY town, scheme
    """


def _sites(county: County) -> str:
    """Every site that must be insured is, a week before work begins."""
    count = max(20, county.persons // _SITES_PER_PERSON)
    first = f"DATE '{county.year}-01-08'"
    return f"""
    SELECT printf('GC%05d', n) AS project_number, if(n % 9 = 4, printf('GC%05d', n - 1), NULL) AS phase_of,
        {first} + (draw(n, 'permit') % 300)::INTEGER AS permitted_on,
        if(n % 12 = 7, NULL, {first} + (draw(n, 'permit') % 300 + 20)::INTEGER) AS started_on,
        (2 + draw(n, 'contract') % 90)::BIGINT * 100000000 AS contract, n % 15 = 6 AS exempt,
        if(n % 12 = 7, {first} + (draw(n, 'permit') % 300 + 15)::INTEGER, NULL) AS cancelled_on,
        if(n % 12 = 7 OR n % 15 = 6, NULL, {first} + (draw(n, 'permit') % 300 + 13)::INTEGER) AS insured_on,
        if(n % 12 = 7 OR n % 15 = 6, NULL, (2 + draw(n, 'contract') % 90)::BIGINT * 90000) AS premium
    FROM range({count}) AS numbers(n)
    """


def _startups(county: County) -> str:
    """Accepted on working Wednesdays and Fridays of spring and autumn, at any office minute; done within 200 minutes."""
    count = max(20, county.persons // _STARTUPS_PER_PERSON)
    return f"""
    WITH accepted AS (
        SELECT n, day + to_minutes(CASE n % 5 WHEN 0 THEN 690 WHEN 1 THEN 1040 ELSE 510 + draw(n, 'minute') % 100 END) AS moment,
            n % 5 AS kind, dayofweek(day) AS weekday
        FROM (SELECT n, TIMESTAMP '{county.year}-05-15' + to_days((draw(n, 'week') % 16 * 7 + n % 2 * 2)::INTEGER) AS day
              FROM range({count}) AS numbers(n))
    )
    SELECT printf('KB%06d', n) AS case_number, moment AS accepted_at,
        moment + CASE WHEN kind = 0 THEN to_minutes(210)
                  WHEN kind = 1 AND weekday = 5 THEN to_days(3) - to_minutes(500)
                  WHEN kind = 1 THEN to_days(1) - to_minutes(500)
                  ELSE to_minutes(30 + draw(n, 'taken') % 60) END AS finished_at
    FROM accepted
    """


def _collections(year: int) -> str:
    """All that is due for the year came in within it; of last December a part was still owed, and came in too."""
    return f"""
    WITH employers AS (
        SELECT employer, count(DISTINCT person) AS heads
        FROM insurances WHERE employer IS NOT NULL AND scheme = 'employee_pension' GROUP BY employer
    ), owed AS (
        SELECT employer, month::DATE AS month, heads * 98000 AS due
        FROM employers, range(DATE '{year - 1}-12-01', DATE '{year + 1}-01-01', INTERVAL 1 MONTH) AS months(month)
        WHERE year(month) = {year} OR heads % 10 = 3
    )
    SELECT employer, 'employee_pension' AS scheme, month, due::BIGINT AS due, due::BIGINT AS collected,
        least(month + 24, DATE '{year}-12-27') + if(year(month) < {year}, 40, 0) AS collected_on
    FROM owed
    """
