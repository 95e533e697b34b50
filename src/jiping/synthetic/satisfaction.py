"""Six surveys of those served, with the satisfaction the filings of 2024 state: 96 % of the statements, 97 % of the rest."""

from collections.abc import Iterator

import duckdb

from jiping.synthetic.county import County, Planted

PLANTED = (
    Planted(
        "逾期答卷",
        "截止日期以后收回，不计；计入会改变满意度。",
        "SELECT respondent FROM survey_answers JOIN surveys USING (survey) WHERE answered_on > closed_on",
    ),
    Planted(
        "无效答卷",
        "空白或乱答，不作分母；作分母会压低满意度。",
        "SELECT respondent FROM survey_answers WHERE question = '总体' AND NOT valid",
    ),
    Planted(
        "答“不了解”",
        "不在选项之列，不能当作不满意。",
        "SELECT respondent FROM survey_answers WHERE question = '总体' AND option = '不了解'",
    ),
    Planted(
        "人数很少的组",
        "单列会让人认出是谁，不能显示。",
        "SELECT survey || stratum FROM survey_answers WHERE question = '总体' "
        "GROUP BY survey, stratum HAVING count(*) < 5",
    ),
    Planted(
        "服务对象很少的调查",
        "几十人的调查，区间很宽；只写百分数会显得很准。",
        "SELECT survey FROM surveys WHERE population < 100",
    ),
)
AFTER = ("counters", "coverage", "handbooks", "loan_interest_subsidy", "statements")
# business, invited, answers that count, of them satisfied, of them very satisfied
_SURVEYS = (
    ("personal_statement", 520, 400, 384, 252),
    ("handbook", 480, 400, 388, 271),
    ("coverage_expansion", 500, 400, 388, 240),
    ("loan_interest_subsidy", 36, 33, 32, 25),
    ("operating_expense", 640, 500, 485, 316),
    ("transfer_subsidy", 450, 400, 388, 305),
)
# whom a business served, counted as a sample is drawn: once each, of those alive
_SERVED = {
    "personal_statement": "SELECT person FROM contributions WHERE year(month) = {year}",
    "handbook": "SELECT person FROM handbook_issues WHERE year(issued_on) = {year}",
    "coverage_expansion": "SELECT person FROM insurances WHERE year(started_on) = {year}",
    "operating_expense": "SELECT person FROM cases WHERE year(accepted_on) = {year}",
    "transfer_subsidy": "SELECT person FROM subsidy_payments WHERE year(paid_on) = {year}",
}
_AT_THE_COUNTER = 3  # for each loan, so many asked about one; few loans are given
_FRAME = "本年服务记录，每人一次，按镇街分层"
_LOAN_FRAME = "助保贷款窗口登记簿：本年咨询、申请和已经贷款的人，每人一次"
_LATE, _INVALID, _UNSURE = 3, 4, 2  # of each survey in which so many did not answer; none of them counts
_GROUPS = ("示例街道一", "示例街道二", "示例镇一", "示例镇二", "示例镇三")


def satisfaction(con: duckdb.DuckDBPyConnection, county: County) -> None:
    """Create `surveys`, `survey_invitations` and `survey_answers` of the year, asked in December."""
    con.execute("""
    CREATE TEMP TABLE wished (number BIGINT, programme VARCHAR, invited BIGINT, answered BIGINT,
        satisfied BIGINT, delighted BIGINT)
    """)
    con.executemany("INSERT INTO wished VALUES (?, ?, ?, ?, ?, ?)", list(_numbered()))
    for table in (_asked(county), _surveys(county), _invitations(county.year), _answers(county.year)):
        con.execute(table)


def _numbered() -> Iterator[tuple[int | str, ...]]:
    return ((number, *each) for number, each in enumerate(_SURVEYS, 1))


def _asked(county: County) -> str:
    """Fit the surveys to the county: where fewer were served than a large one invites, all are asked and answer.

    Of them as many are satisfied as in a county of full size, rounded down.
    """
    served = " UNION ALL ".join(
        f"SELECT '{programme}' AS programme, count(*) AS population FROM persons "
        f"WHERE died_on IS NULL AND person IN ({people.format(year=county.year)})"
        for programme, people in _SERVED.items()
    )
    return f"""
    CREATE TEMP TABLE asked AS
    WITH served AS (
        {served}
        UNION ALL SELECT 'loan_interest_subsidy', {_AT_THE_COUNTER} * count(*) FROM loans
    ), sized AS (
        SELECT * FROM wished JOIN served USING (programme)
    ), fitted AS (
        SELECT *, least(invited, population) AS fit, if(population < invited, population, answered) AS answers FROM sized
    )
    SELECT number, programme, population, fit AS invited, answers AS answered,
        satisfied * answers // answered AS satisfied, delighted * answers // answered AS delighted
    FROM fitted WHERE population > 0
    """


def _surveys(county: County) -> str:
    year = county.year
    return f"""
    CREATE TABLE surveys AS
    SELECT 'S{year}-' || number AS survey, programme, {year} AS year,
        population,
        if(programme = 'loan_interest_subsidy', '{_LOAN_FRAME}', '{_FRAME}') AS frame, '{year}' || number AS seed,
        DATE '{year}-11-25' AS drawn_on, DATE '{year}-12-20' AS closed_on
    FROM asked
    """


def _invitations(year: int) -> str:
    return f"""
    CREATE TABLE survey_invitations AS
    SELECT 'S{year}-' || number AS survey, md5('code' || draw(number * 10000 + n, 'code') || '-' || number || '-' || n)
        AS code_hash, {_group("n")} AS stratum,
        if(n % 5 = 0, 'paper', 'sms') AS channel, DATE '{year}-11-28' + (n % 3)::INTEGER AS issued_on
    FROM asked, range(1, 1000) AS numbers(n) WHERE n <= invited
    """


def _answers(year: int) -> str:
    """The first `answered` respondents count, in the order of their options; those after them are planted."""
    return f"""
    CREATE TABLE survey_answers AS
    WITH respondents AS (
        SELECT *, n - answered AS beyond FROM asked, range(1, 1000) AS numbers(n)
        WHERE n <= answered + if(invited - answered < {_LATE + _INVALID + _UNSURE}, 0, {_LATE + _INVALID + _UNSURE})
    ), opinions AS (
        SELECT *, CASE WHEN beyond > {_LATE + _INVALID} THEN '不了解' WHEN beyond > 0 THEN '不满意'
            WHEN n <= delighted THEN '非常满意' WHEN n <= satisfied THEN '满意'
            WHEN n % 3 = 0 THEN '不满意' ELSE '一般' END AS option
        FROM respondents
    )
    SELECT 'S{year}-' || number AS survey,
        substr(md5('answer' || draw(number * 10000 + n, 'answer') || '-' || n || '-' || number), 1, 16) AS respondent,
        programme, {_group("draw(number * 10000 + n, 'group')")} AS stratum, question,
        if(question = '总体' OR draw(number * 10000 + n, question) < 900000, option, '满意') AS option,
        if(beyond BETWEEN 1 AND {_LATE}, DATE '{year}-12-23', DATE '{year}-11-30' + (n % 20)::INTEGER) AS answered_on,
        beyond <= {_LATE} OR beyond > {_LATE + _INVALID} AS valid
    FROM opinions, (VALUES ('总体'), ('时效'), ('态度'), ('告知')) AS questions(question)
    """


def _group(number: str) -> str:
    names = ", ".join(f"'{name}'" for name in _GROUPS)
    return f"if({number} % 211 = 7, '示例镇四', [{names}][({number} % {len(_GROUPS)} + 1)::INTEGER])"
