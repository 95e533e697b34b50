"""Handbooks: ordered together with forms, kept on a shelf, handed to who is newly insured."""

import duckdb

from jiping.synthetic.county import County, Planted

AFTER = ("contributions", "transfer_subsidy")
PLANTED = (
    Planted(
        "补发手册",
        "遗失补发也有发放记录，算进发放率会超过 100%。",
        "SELECT person FROM handbook_issues WHERE reason = 'replacement'",
    ),
    Planted(
        "转入时带有旧手册", "不再领取新手册，不能算作漏发。", "SELECT person FROM handbook_issues WHERE reason = 'kept'"
    ),
    Planted(
        "年底参保、次年发放",
        "发放期限在次年届满，不能判为本年漏发。",
        "SELECT person FROM first_joining WHERE joined_on > make_date(county_year(), 12, 20)",
    ),
    Planted(
        "手册与表单同一订单",
        "订单金额除以手册册数会高估单价。",
        "SELECT order_number FROM print_orders WHERE item = 'form'",
    ),
    Planted("印刷损耗", "不计损耗则账面多于库存。", "SELECT record FROM handbook_spoils"),
)
_PRICES = {"handbook": 320, "form": 20}  # fen
_SPOILED = {"handbook": 36, "form": 200}  # of each, where so many were printed


def handbooks(con: duckdb.DuckDBPyConnection, county: County) -> None:
    """Create the tables of the handbook programme; in a county of full size the order costs 50 000 yuan."""
    copies = {"handbook": max(1, county.persons * 6 // 100), "form": max(1, county.persons * 29 // 100)}
    spoiled = {"handbook": min(_SPOILED["handbook"], copies["handbook"]), "form": min(_SPOILED["form"], copies["form"])}
    con.execute(_first_joining(county.year))
    con.execute(f"CREATE TABLE handbook_issues AS {_issues(county.year)}")
    con.execute(f"CREATE TABLE print_orders AS {_orders(county.year, copies)}")
    con.execute(f"CREATE TABLE handbook_spoils AS {_spoils(county.year, spoiled)}")
    con.execute(f"CREATE TABLE stock_counts AS {_counts(county.year, copies['handbook'] - spoiled['handbook'])}")


def _first_joining(year: int) -> str:
    return f"""
    CREATE TEMP TABLE first_joining AS
    SELECT person, name, died_on, joined_on, row_number() OVER (ORDER BY person) AS n
    FROM (SELECT person, min(started_on) AS joined_on FROM insurances WHERE scheme = 'employee_pension' GROUP BY person)
    JOIN persons USING (person) WHERE year(joined_on) = {year}
    """


def _issues(year: int) -> str:
    """Everyone newly insured has the handbook within a week; who joined in the last ten days gets it in January."""
    return f"""
    SELECT printf('SC{year}%07d', n) AS serial, person,
        CASE WHEN joined_on > DATE '{year}-12-21' THEN DATE '{year + 1}-01-06' + (n % 3)::INTEGER
             ELSE joined_on + (1 + draw(person, 'handbook') % 7)::INTEGER END AS issued_on,
        if(n % 400 = 7, 'kept', 'new') AS reason, name AS receiver
    FROM first_joining WHERE died_on IS NULL
    UNION ALL
    SELECT printf('SB{year}%07d', n), person, DATE '{year}-03-01' + (n % 200)::INTEGER, 'replacement', name
    FROM first_joining WHERE died_on IS NULL AND n % 300 = 11 AND joined_on < DATE '{year}-03-01'
    """


def _orders(year: int, copies: dict[str, int]) -> str:
    rows = ", ".join(
        f"('YZ{year}-01', '{item}', DATE '{year}-01-15', {number}::BIGINT, {_PRICES[item]}::BIGINT, credit_code(900001), "
        f"DATE '{year}-02-20', {number}::BIGINT)"
        for item, number in copies.items()
    )
    columns = "order_number, item, ordered_on, copies, unit_price, supplier, accepted_on, accepted_copies"
    return f"SELECT * FROM (VALUES {rows}) AS orders({columns})"


def _spoils(year: int, copies: dict[str, int]) -> str:
    return f"""
    SELECT * FROM (VALUES
        ('SH{year}-01', 'handbook', DATE '{year}-02-20', {copies["handbook"]}::BIGINT, '验收时发现缺页'),
        ('SH{year}-02', 'form', DATE '{year}-07-02', {copies["form"]}::BIGINT, '受潮')
    ) AS spoils(record, item, spoiled_on, copies, reason)
    """


def _counts(year: int, kept: int) -> str:
    """The shelf holds at the end of the year what the books say, so that nothing is missing."""
    issued = f"(SELECT count(*) FROM handbook_issues WHERE reason <> 'kept' AND year(issued_on) = {year})"
    opening = f"(1000 + greatest(0, {issued} - {kept}))"
    return f"""
    SELECT 'handbook' AS item, DATE '{year - 1}-12-31' AS counted_on, {opening}::BIGINT AS copies
    UNION ALL
    SELECT 'handbook', DATE '{year}-12-31', ({opening} + {kept} - {issued})::BIGINT
    """
