"""Statements: balances of the accounts, and what became of the statements sent in the county's year."""

import duckdb

from jiping.synthetic.county import County, Planted

AFTER = ("contributions", "transfer_subsidy")
PLANTED = (
    Planted(
        "年初账户已终止",
        "还有参保月份，账户已经结清；按参保人数打印会多出来。",
        "SELECT person FROM accounts WHERE closed_on IS NOT NULL",
    ),
    Planted(
        "当年才参保",
        "上一业务年度没有参保月份，不应有对账单；按年末人数算会虚增。",
        "SELECT person FROM accounts WHERE year = county_year() GROUP BY person HAVING max(opening) = 0 AND max(months) = 0",
    ),
    Planted(
        "重印一份",
        "卡纸重印，一人两个单号；按份数算完成率会超过 100%。",
        "SELECT person FROM deliveries GROUP BY person, year HAVING count(*) > 1",
    ),
    Planted(
        "窗口领取",
        "没有通讯地址，当面交付；只数邮寄的会判为没有送达。",
        "SELECT person FROM deliveries WHERE channel = 'counter'",
    ),
    Planted(
        "三月三十一日寄出",
        "期限的最后一天，仍算按期；按早于期限计算会漏。",
        "SELECT person FROM deliveries WHERE posted_on = make_date(county_year(), 3, 31)",
    ),
    Planted(
        "退信后补寄",
        "仍是同一份对账单；另算一份会多计。",
        "SELECT person FROM deliveries WHERE resent_on IS NOT NULL",
    ),
    Planted(
        "异议不成立",
        "提出异议不等于有差错；一律算差错会压低质量达标率。",
        "SELECT person FROM deliveries WHERE NOT upheld",
    ),
    Planted(
        "以前业务年度的对账单",
        "上一个项目的送达和差错，不属于本年。",
        "SELECT person FROM deliveries WHERE year < county_year() - 1",
    ),
)
_MONTHLY_CREDIT, _SPREAD = 24_000, 40_000  # fen a month in earlier years, and how much it varies


def statements(con: duckdb.DuckDBPyConnection, county: County) -> None:
    """Create `accounts`, `deliveries` and `statement_checks`: in the county's year the statements of the year before are sent."""
    con.execute(f"CREATE TABLE accounts AS {_accounts(county.year)}")
    con.execute(_recipients(county.year - 1))
    con.execute(f"CREATE TABLE deliveries AS {_deliveries(county.year)} UNION ALL {_earlier(county.year)}")
    con.execute(f"CREATE TABLE statement_checks AS {_checks(county.year)}")


def _accounts(year: int) -> str:
    """Nobody's earlier contributions are laid out: a balance is what so many months would have come to, with interest."""
    return f"""
    WITH joined AS (
        SELECT person, min(started_on) AS joined_on FROM insurances WHERE scheme = 'employee_pension' GROUP BY person
    ), years AS (
        SELECT person, y AS year, joined_on, {_MONTHLY_CREDIT} + draw(person, 'credit') % {_SPREAD} AS monthly,
            greatest(0, date_diff('month', date_trunc('month', joined_on), make_date(y, 1, 1))) AS months
        FROM joined, range({year - 1}, {year + 1}) AS years(y) WHERE year(joined_on) <= y
    )
    SELECT person, year, (months * monthly * (1000 + 2 * months) // 1000)::BIGINT AS opening, months::BIGINT AS months,
        if(draw(person, 'account closed') < 800 AND year(joined_on) < {year - 1},
           DATE '{year - 1}-05-01' + (draw(person, 'closing day') % 200)::INTEGER, NULL) AS closed_on
    FROM years
    """


def _recipients(about: int) -> str:
    """Number those who were insured in the business year and whose account was not closed in it."""
    return f"""
    CREATE TEMP TABLE recipients AS
    SELECT person, address, delivery, row_number() OVER (ORDER BY person) AS n
    FROM persons JOIN accounts USING (person)
    WHERE year = {about} AND closed_on IS NULL AND (died_on IS NULL OR died_on > DATE '{about}-12-31') AND person IN (
        SELECT person FROM insurances WHERE scheme = 'employee_pension' AND started_on <= DATE '{about}-12-31'
            AND (ended_on IS NULL OR ended_on >= DATE '{about}-01-01'))
    """


def _deliveries(year: int) -> str:
    """All are printed by February and sent by the end of March; one in 250 comes back, most of those go out again."""
    return f"""(
    WITH told AS (
        SELECT person, n, CASE WHEN delivery = 'electronic' THEN 'electronic' WHEN address IS NULL THEN 'counter'
                               ELSE 'post' END AS channel,
            if(n % 1000 = 21, DATE '{year}-03-31', DATE '{year}-03-04' + (draw(person, 'posted') % 25)::INTEGER) AS sent
        FROM recipients
    ), known AS (
        SELECT *, channel = 'post' AND n % 250 = 3 AS back, n % 5000 = 77 AS again FROM told
    )
    SELECT {year - 1} || person::VARCHAR AS statement_number, person, {year - 1}::BIGINT AS year,
        DATE '{year}-01-22' AS rendered_on,
        if(channel = 'electronic', NULL, DATE '{year}-01-25' + (n * 30 // 1000000)::INTEGER) AS printed_on,
        if(again, NULL, sent) AS posted_on, channel, if(back, sent + 12, NULL) AS returned_on,
        if(back, ['地址不详', '迁移新址不明', '无人签收'][n % 3 + 1], NULL) AS return_reason,
        if(back AND n % 2500 <> 3, sent + 22, NULL) AS resent_on,
        if(channel = 'electronic' AND draw(person, 'viewed') < 620000, sent + (1 + n % 60)::INTEGER, NULL) AS viewed_on,
        if(n % 5000 = 41, sent + 20, NULL) AS objection_on, if(n % 5000 = 41, FALSE, NULL) AS upheld
    FROM known
    UNION ALL
    SELECT {year - 1} || person::VARCHAR || '-2', person, {year - 1}, DATE '{year}-02-20',
        if(channel = 'electronic', NULL, DATE '{year}-02-26'), sent, channel, NULL, NULL, NULL, NULL, NULL, NULL
    FROM known WHERE again)
    """


def _earlier(year: int) -> str:
    """The project before this one: some were late, and every mistake in them was found."""
    return f"""(
    SELECT {year - 2} || person::VARCHAR, person, {year - 2}, DATE '{year - 1}-03-25', DATE '{year - 1}-03-28',
        DATE '{year - 1}-04-09', 'post', DATE '{year - 1}-04-20', '地址不详', NULL, NULL, DATE '{year - 1}-05-06', TRUE
    FROM recipients WHERE n % 1000 = 5)
    """


def _checks(year: int) -> str:
    return f"""
    SELECT statement_number, rendered_on + 6 AS checked_on, year < {year - 1} AS wrong,
        if(wrong, '缴费月数少一个月', NULL) AS fault
    FROM deliveries JOIN recipients USING (person) WHERE n % 450 = 9 OR year < {year - 1}
    """
