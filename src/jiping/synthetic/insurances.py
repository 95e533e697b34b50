"""Relations of insurance: who is insured in which scheme, with which employer, from when to when."""

import duckdb

from jiping.synthetic.county import County, Planted

AFTER = ("people",)
PLANTED = (
    Planted(
        "年中换单位",
        "两段关系、一个人；按关系数人会数成两人。",
        "SELECT person FROM insurances WHERE scheme = 'employee_pension' AND identity = 'employee' "
        "GROUP BY person HAVING count(*) > 1",
    ),
    Planted(
        "单位与灵活就业两重关系",
        "同一险种同时有两种身份，缴费月数只能算一次。",
        "SELECT person FROM insurances WHERE scheme = 'employee_pension' AND ended_on IS NULL "
        "GROUP BY person HAVING count(DISTINCT identity) > 1",
    ),
    Planted(
        "当年转出",
        "年内有缴费，年末已不在本地，不再寄送。",
        "SELECT DISTINCT person FROM insurances WHERE end_reason = 'transferred'",
    ),
    Planted(
        "十二月下旬参保",
        "登记后的办理期限跨年，不能在本年判为超期。",
        "SELECT person FROM persons WHERE registered_on > make_date(county_year(), 12, 20)",
    ),
)
_EMPLOYERS_PER_THOUSAND = 25


def insurances(con: duckdb.DuckDBPyConnection, county: County) -> None:
    """Create `insurances` for everyone but the candidates of the transfer subsidy."""
    employers = max(3, county.persons * _EMPLOYERS_PER_THOUSAND // 1000)
    con.execute(f"CREATE TABLE insurances AS {_relations(county.year, employers)}")


def _relations(year: int, employers: int) -> str:
    return f"""
    WITH insured AS (
        SELECT person, n, part, joined_on, died_on, draw(person, 'employer') * {employers} // 1000000 AS employer,
            part = 'employee' AND n % 2500 = 17 AND joined_on < DATE '{year}-01-01' AND died_on IS NULL AS changed,
            joined_on < DATE '{year}-01-01' AND died_on IS NULL
                AND (n % 2500 = 13 OR draw(person, 'left') < 22000) AS leaving,
            DATE '{year}-01-31' + (draw(person, 'day of leaving') % 320)::INTEGER AS leaving_on
        FROM population JOIN persons USING (person) WHERE part <> 'candidate'
    ), ending AS (
        SELECT *,
            CASE WHEN died_on IS NOT NULL THEN died_on WHEN changed THEN DATE '{year}-06-30'
                 WHEN leaving THEN leaving_on END AS ended_on,
            CASE WHEN died_on IS NOT NULL THEN 'died' WHEN changed THEN 'suspended'
                 WHEN leaving AND (n % 2500 = 13 OR draw(person, 'why left') < 300000) THEN 'transferred'
                 WHEN leaving THEN 'suspended' END AS end_reason
        FROM insured
    ), relations AS (
    SELECT person, scheme, part AS identity, employer, joined_on AS started_on, ended_on, end_reason
    FROM ending, (VALUES ('employee', 'employee_pension'), ('employee', 'unemployment'), ('employee', 'work_injury'),
        ('flexible', 'employee_pension'), ('resident', 'resident_pension')) AS schemes(of, scheme)
    WHERE of = part
    UNION ALL
    SELECT person, 'employee_pension', 'employee', (employer + 1) % {employers}, DATE '{year}-07-01', NULL, NULL
    FROM ending WHERE changed
    UNION ALL
    SELECT person, 'employee_pension', 'flexible', NULL, DATE '{year}-03-01', NULL, NULL
    FROM ending WHERE part = 'employee' AND n % 2500 = 19 AND ended_on IS NULL
    ), employers AS (
        SELECT number, credit_code(number) AS code FROM range({employers}) AS numbers(number)
    )
    SELECT person, scheme, identity, code AS employer, started_on, ended_on, end_reason
    FROM relations LEFT JOIN employers ON employer = number AND identity = 'employee'
    """
