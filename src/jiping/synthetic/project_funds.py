"""The money of the six projects: budgets, receipts and payments that come to what the filings of 2024 state."""

from collections.abc import Iterator

import duckdb

from jiping.synthetic.county import FULL_SIZE, County, Planted

AFTER = ("handbooks", "loan_interest_subsidy", "transfer_subsidy")
PLANTED = (
    Planted(
        "年中调剂预算",
        "年初预算数与全年预算数不同；执行率要除以全年预算数。",
        "SELECT programme FROM budgets WHERE initial <> full_year",
    ),
    Planted(
        "退回的付款",
        "另记一行负数；不冲减会多算支出，执行率超过 100%。",
        "SELECT voucher FROM expenditures WHERE amount < 0",
    ),
    Planted(
        "上年付款",
        "付款日期在上一年，不属于本年支出。",
        "SELECT voucher FROM expenditures WHERE year(paid_on) < county_year()",
    ),
    Planted(
        "十二月三十一日付款",
        "当天仍属本年；按早于年末计算会漏掉。",
        "SELECT voucher FROM expenditures WHERE paid_on = make_date(county_year(), 12, 31)",
    ),
)
# business, initial and full-year budget in yuan, in a county of full size; of another size they follow its persons
_BUDGETS = (
    ("personal_statement", 60_000, 60_000),
    ("handbook", 50_000, 50_000),
    ("coverage_expansion", 80_000, 90_000),
    ("loan_interest_subsidy", 3_900, 3_900),
    ("operating_expense", 1_600_000, 1_550_000),
    ("transfer_subsidy", 4_743_700, 4_743_700),
)
# business, yuan, in how many payments, economic item, purpose, payee
_SPENDING = (
    ("personal_statement", 60_000, 6, "30202 印刷费", "打印纸和个人账户打印纸", "示例印务公司"),
    ("handbook", 50_000, 4, "30202 印刷费", "职工养老保险手册印制", "示例印务公司"),
    ("coverage_expansion", 90_000, 9, "30299 其他商品和服务支出", "社保扩面宣传和走访", "示例服务公司"),
    ("loan_interest_subsidy", 3_900, 1, "30399 其他对个人和家庭的补助", "助保贷款贴息", "示例农村商业银行"),
    ("operating_expense", 620_000, 24, "30201 办公费", "社保业务办公", "示例文具公司"),
    ("operating_expense", 480_000, 12, "30207 邮电费", "社保业务网络和邮寄", "示例通信公司"),
    ("operating_expense", 450_000, 12, "30226 劳务费", "社保业务外包服务", "示例服务公司"),
    ("transfer_subsidy", 4_542_000, 1, "30305 生活补助", "居保转企保参保补助", "代发银行"),
    ("transfer_subsidy", 201_700, 1, "30305 生活补助", "延长缴费期生活费", "代发银行"),
)
_RETURNED = 80_000  # fen paid twice by mistake and given back
# what other groups laid out is what was paid, in a county of any size
_FROM_RECORDS = {
    "职工养老保险手册印制": "SELECT sum(copies * unit_price) FROM print_orders",
    "助保贷款贴息": "SELECT sum(amount) FROM loan_prepayments",
    "居保转企保参保补助": "SELECT sum(amount) FROM subsidy_payments "
    "WHERE year(credited_on) = county_year() AND kind <> 'extension'",
    "延长缴费期生活费": "SELECT sum(amount) FROM subsidy_payments "
    "WHERE year(credited_on) = county_year() AND kind = 'extension'",
}


def project_funds(con: duckdb.DuckDBPyConnection, county: County) -> None:
    """Create `budgets`, `arrivals` and `expenditures`: all money arrives and is spent, to the fen."""
    con.execute("CREATE TEMP TABLE replies (programme VARCHAR, initial BIGINT, full_year BIGINT)")
    budgets = [(name, _scaled(initial, county), _scaled(full, county)) for name, initial, full in _BUDGETS]
    con.executemany("INSERT INTO replies VALUES (?, ?, ?)", budgets)
    con.execute("""
    CREATE TEMP TABLE purchases (line BIGINT, programme VARCHAR, amount BIGINT, payments BIGINT, item VARCHAR,
        purpose VARCHAR, payee VARCHAR)
    """)
    con.executemany("INSERT INTO purchases VALUES (?, ?, ?, ?, ?, ?, ?)", list(_purchases(county)))
    for purpose, paid in _FROM_RECORDS.items():
        con.execute(f"UPDATE purchases SET amount = coalesce(({paid}), 0) WHERE purpose = '{purpose}'")
    con.execute(_granted())
    for table in (_budgets(county.year), _arrivals(county.year), _expenditures(county)):
        con.execute(table)


def _purchases(county: County) -> Iterator[tuple[int | str, ...]]:
    for line, (programme, yuan, payments, item, purpose, payee) in enumerate(_SPENDING, 1):
        yield line, programme, _scaled(yuan, county), payments, item, purpose, payee


def _scaled(yuan: int, county: County) -> int:
    """Return the fen a county of its size has of what one of full size has in yuan."""
    return yuan * 100 * county.persons // FULL_SIZE


def _granted() -> str:
    """Grant what is spent: roundings of small sums, and what the records come to, must not leave a difference."""
    return """
    UPDATE replies SET full_year = spent, initial = if(initial = full_year, spent, initial)
    FROM (SELECT programme, sum(amount) AS spent FROM purchases GROUP BY programme) AS sums
    WHERE sums.programme = replies.programme
    """


def _budgets(year: int) -> str:
    return f"""
    CREATE TABLE budgets AS
    SELECT programme, {year} AS year, initial, full_year,
        if(initial = full_year, '示例财〔{year}〕1号', '示例财〔{year}〕1号、示例财〔{year}〕28号') AS reference
    FROM replies
    """


def _arrivals(year: int) -> str:
    """Money comes in two halves; of an odd sum the second is the greater."""
    return f"""
    CREATE TABLE arrivals AS
    SELECT 'D{year}-' || programme || '-' || half AS voucher, programme,
        if(half = 1, DATE '{year}-03-15', DATE '{year}-09-20') AS arrived_on,
        if(half = 1, full_year // 2, full_year - full_year // 2) AS amount
    FROM replies, (VALUES (1), (2)) AS halves(half) WHERE full_year > 0
    """


def _expenditures(county: County) -> str:
    """Payments are spread over the year, the last one takes the rest; three are planted."""
    year, returned = county.year, max(1, _RETURNED * county.persons // FULL_SIZE)
    return f"""
    CREATE TABLE expenditures AS
    WITH numbered AS (
        SELECT *, amount // payments AS each FROM purchases, range(1, 25) AS numbers(n) WHERE n <= payments
    )
    SELECT 'P{year}-' || line || lpad(n::VARCHAR, 2, '0') AS voucher, programme,
        if(n = payments AND item LIKE '30207%', DATE '{year}-12-31',
           DATE '{year}-04-01' + (n * 255 // payments)::INTEGER) AS paid_on,
        if(n = payments, amount - each * (payments - 1), each) AS amount,
        item AS economic_item, purpose, payee
    FROM numbered WHERE amount > 0
    UNION ALL
    SELECT 'P{year}-0' || number, programme, day, paid, item, purpose || remark, payee
    FROM purchases, (VALUES
        ('01', DATE '{year}-05-10', {returned}, '（重复付款）'),
        ('02', DATE '{year}-06-03', -{returned}, '（重复付款退回）'),
        ('03', DATE '{year - 1}-12-29', 4 * {returned}, '（上年）')) AS planted(number, day, paid, remark)
    WHERE item LIKE '30201%'
    """
