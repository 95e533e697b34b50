"""The counters' year: cases accepted and closed, suspended and sampled, and what people thought of it."""

import duckdb

from jiping.synthetic.county import FIRST_PERSON, County, Planted

AFTER = ("people",)
PLANTED = (
    Planted(
        "等待补正超过法定时限",
        "不扣除中止的工作日会判为超期。",
        "SELECT case_number FROM cases JOIN case_suspensions USING (case_number) WHERE closed_on - accepted_on > 40",
    ),
    Planted(
        "同一业务两个渠道提交", "各算一件会虚增业务量。", "SELECT case_number FROM cases WHERE duplicate_of IS NOT NULL"
    ),
    Planted(
        "上年受理、本年办结",
        "及时率按办结年度算，只看本年受理的会漏掉。",
        "SELECT case_number FROM cases WHERE year(accepted_on) < county_year()",
    ),
    Planted(
        "年底受理、期限在次年届满",
        "还没到期，不能算作没有办结。",
        "SELECT case_number FROM cases WHERE closed_on IS NULL",
    ),
    Planted(
        "没有法定时限的事项",
        "查询咨询没有时限，算进及时率会冲淡超期件。",
        "SELECT case_number FROM cases WHERE business = 'enquiry'",
    ),
    Planted("系统默认好评", "没有人作过评价，算进满意率是虚高。", "SELECT case_number FROM ratings WHERE by_default"),
    Planted("退回后重新受理", "不是新的需求，要单独列出。", "SELECT case_number FROM cases WHERE reopened IS NOT NULL"),
)
_CASES_PER_HUNDRED = 75
_NUMBER = "substr(case_number, 7, 9)::BIGINT"  # of a case, whatever follows it
# business, share of cases in a thousand, calendar days it takes at most here
_BUSINESSES = (
    ("enquiry", 400, 1),
    ("registration", 150, 7),
    ("change", 150, 6),
    ("pension_claim", 60, 20),
    ("medical_reimbursement", 60, 30),
    ("maternity_allowance", 50, 8),
    ("work_injury_reimbursement", 30, 20),
    ("unemployment_benefit", 40, 8),
    ("training_subsidy", 30, 8),
    ("transfer", 30, 30),
)


def counters(con: duckdb.DuckDBPyConnection, county: County) -> None:
    """Create `cases`, `case_suspensions`, `case_samples` and `ratings`."""
    con.execute(f"CREATE TEMP TABLE drawn_cases AS {_drawn(county, county.persons * _CASES_PER_HUNDRED // 100)}")
    con.execute(f"CREATE TABLE cases AS {_cases(county.year)}")
    con.execute(f"CREATE TABLE case_suspensions AS {_suspensions()}")
    con.execute(f"CREATE TABLE case_samples AS {_samples(county.year)}")
    con.execute(f"CREATE TABLE ratings AS {_ratings()}")


def _drawn(county: County, size: int) -> str:
    """Acceptances spread over the year and the last days of the year before; `days` is what handling takes."""
    choices, below = [], 0
    for name, share, days in _BUSINESSES:
        below += share
        choices.append(f"WHEN kind < {below * 1000} THEN ('{name}', {days})")
    return f"""
    SELECT n, 'JB{county.year}' || lpad(n::VARCHAR, 9, '0') AS case_number, kinds[1] AS business,
        1 + draw(n, 'days') % kinds[2]::INTEGER AS days,
        DATE '{county.year}-01-01' - 15 + (draw(n, 'acceptance') % 381)::INTEGER AS accepted_on,
        ['counter', 'online', 'online', 'agent', 'batch'][1 + draw(n, 'channel') % 5] AS channel,
        '经办' || (1 + draw(n, 'teller') % 40) AS teller, n % 997 = 5 AS suspended,
        {FIRST_PERSON} + draw(n, 'person') % {county.persons} AS person
    FROM (SELECT n, draw(n, 'business') AS kind, CASE {" ".join(choices)} END AS kinds FROM range({size}) AS numbers(n))
    """


def _cases(year: int) -> str:
    """A case whose handling ends after the year is still open; one in a thousand is a repetition, or a new attempt."""
    closing = "accepted_on + days::INTEGER + if(suspended AND business <> 'enquiry', 60, 0)"
    return f"""
    SELECT case_number, business, channel, teller, person, accepted_on,
        if({closing} <= DATE '{year}-12-31', {closing}, NULL) AS closed_on,
        if({closing} <= DATE '{year}-12-31', if(n % 1000 = 1, 'returned', 'done'), NULL) AS result,
        NULL::VARCHAR AS reopened, NULL::VARCHAR AS duplicate_of
    FROM drawn_cases
    UNION ALL
    SELECT case_number || '-2', business, 'online', teller, person, accepted_on, {closing}, 'done', NULL, case_number
    FROM drawn_cases WHERE n % 1000 = 2 AND {closing} <= DATE '{year}-12-31'
    UNION ALL
    SELECT case_number || '-R', business, channel, teller, person, {closing} + 1, {closing} + 2, 'done', case_number, NULL
    FROM drawn_cases WHERE n % 1000 = 1 AND {closing} + 2 <= DATE '{year}-12-31'
    """


def _suspensions() -> str:
    return """
    SELECT case_number, accepted_on AS suspended_on,
        if(closed_on IS NULL, NULL, accepted_on + 60) AS resumed_on, '等待补正材料' AS reason
    FROM cases JOIN (SELECT case_number FROM drawn_cases WHERE suspended AND business <> 'enquiry') USING (case_number)
    """


def _samples(year: int) -> str:
    return f"""
    SELECT case_number, least(closed_on + 20, DATE '{year}-12-31') AS checked_on, false AS wrong,
        NULL::BIGINT AS overpaid, NULL::BIGINT AS recovered
    FROM cases WHERE result = 'done' AND draw({_NUMBER}, 'sample') < 6000
    """


def _ratings() -> str:
    return f"""
    SELECT case_number, closed_on AS rated_on,
        CASE WHEN draw({_NUMBER}, 'rating') < 620000 THEN 'very_satisfied' WHEN draw({_NUMBER}, 'rating') < 975000
             THEN 'satisfied' WHEN draw({_NUMBER}, 'rating') < 990000 THEN 'fair' ELSE 'dissatisfied' END AS rating,
        false AS by_default
    FROM cases WHERE result = 'done' AND draw({_NUMBER}, 'rated') < 300000
    UNION ALL
    SELECT case_number, closed_on, 'very_satisfied', true
    FROM cases WHERE result = 'done' AND draw({_NUMBER}, 'rated') >= 900000
    """
