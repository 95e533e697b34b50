"""Records for measuring the transfer subsidy: any number of persons, sixty months each, in Parquet."""

from pathlib import Path

import duckdb

MONTHS = 60
_TABLES = {
    "persons": """
        SELECT p AS person, if(p % 2 = 0, 'male', 'female') AS sex, DATE '1958-01-01' + (p * 7919 % 14000)::INTEGER AS birth_date,
            p % 13 <> 0 AS local_household, if(p % 997 = 0, DATE '2023-08-15', NULL) AS died_on FROM numbered""",
    "resident_roll": """
        SELECT p AS person, CASE p % 23 WHEN 0 THEN 'receiving' WHEN 1 THEN 'suspended' ELSE 'paying' END AS status,
            p % 23 > 1 AS paid_for_2020, if(p % 41 = 0, 'elsewhere', 'local') AS insured_place FROM numbered WHERE p % 17 <> 0""",
    "insurances": """
        SELECT p AS person, 'employee_pension' AS scheme, 'flexible' AS identity, DATE '2021-01-05' + (p * 31 % 1000)::INTEGER AS started_on,
            if(p % 211 = 0, DATE '2023-10-01', NULL) AS ended_on, if(p % 211 = 0, 'transferred', NULL) AS end_reason FROM numbered""",
    "contributions": f"""
        SELECT p AS person, if(joined, 'employee_pension', 'resident_pension') AS scheme,
            if(joined, 'flexible', 'resident') AS identity, month, month + 10 + ((p * 31 + m * 17) % 40)::INTEGER AS paid_on,
            (p * 13 + m * 7) % 40 = 0 AS back_payment, if((p * 11 + m) % 97 = 0, DATE '2023-05-01', NULL) AS refunded_on
        FROM (SELECT p, m, m >= p * 37 % {MONTHS} AS joined, (DATE '2019-01-01' + to_months(m::INTEGER))::DATE AS month
              FROM (SELECT p, unnest(range({MONTHS})) AS m FROM numbered))""",
    "subsidy_payments": """
        SELECT p AS person, 'new' AS kind, 2022::BIGINT AS contribution_year, 100000::BIGINT AS amount, DATE '2023-06-01' AS approved_on,
            DATE '2023-06-10' AS paid_on, DATE '2023-06-11' AS credited_on, NULL::DATE AS recovered_on FROM numbered WHERE p % 9 = 0""",
    "employment_subsidies": """
        SELECT p AS person, DATE '2023-01-01' AS first_month, DATE '2023-12-01' AS last_month, 50000::BIGINT AS amount
        FROM numbered WHERE p % 37 = 0""",
}


def write_records(folder: Path, persons: int) -> dict[str, Path]:
    """Write the tables for `persons` into `folder` unless they are there; return the files by table."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {name: folder / f"{name}.parquet" for name in _TABLES}
    with duckdb.connect(config={"memory_limit": "4GB"}) as con:
        con.execute(f"CREATE VIEW numbered AS SELECT 1000000001 + n AS p FROM range({persons}) AS numbers(n)")
        for name, query in _TABLES.items():
            if not paths[name].exists():
                con.execute(f"COPY ({query}) TO '{paths[name]}' (FORMAT parquet)")
    return paths
