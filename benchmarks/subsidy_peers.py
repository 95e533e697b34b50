"""The same decisions without jiping: SQL by hand, pandas, OpenFisca-core, and the clerk's loop over a workbook.

Each takes the folder of records and returns the persons due something with its kind, and judges the same conditions.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

Due = set[tuple[int, str]]
FIRST, LAST, CUTOFF = "2021-01-01", "2025-12-01", "2024-01-31"
FIRST_PERSON, MONTHS, NEEDED = 1_000_000_001, 60, 6

FLOOR = """
SELECT person, max(day) FROM (
    SELECT person, CASE WHEN scheme = 'employee_pension' AND identity = 'flexible' AND paid_on <= DATE '2024-01-31'
        AND NOT back_payment AND refunded_on IS NULL THEN month END AS day FROM contributions
    UNION ALL SELECT person, CASE WHEN sex = 'male' AND local_household THEN coalesce(died_on, birth_date) END FROM persons
    UNION ALL SELECT person, CASE WHEN status = 'paying' AND paid_for_2020 AND insured_place = 'local' THEN DATE '2020-12-31' END
        FROM resident_roll
    UNION ALL SELECT person, CASE WHEN scheme = 'employee_pension' AND identity = 'flexible' AND end_reason IS NULL
        THEN coalesce(ended_on, started_on) END FROM insurances
    UNION ALL SELECT person, CASE WHEN kind = 'new' AND contribution_year < 2023 AND amount > 0 THEN recovered_on END
        FROM subsidy_payments
    UNION ALL SELECT person, CASE WHEN first_month < DATE '2024-01-01' THEN last_month END FROM employment_subsidies
) GROUP BY person
"""
BY_HAND = """
WITH months AS (
    SELECT person, min(month) AS joined,
        bit_count(bit_or(CASE WHEN month BETWEEN DATE '2023-01-01' AND DATE '2023-12-01' THEN 1 << month(month) ELSE 0 END)) AS n
    FROM contributions WHERE scheme = 'employee_pension' AND identity = 'flexible' AND refunded_on IS NULL
        AND paid_on <= DATE '2024-01-31' AND NOT back_payment GROUP BY person
), relations AS (
    SELECT person, min(CASE WHEN identity = 'flexible' THEN started_on END) AS since,
        min(CASE WHEN identity = 'employee' THEN started_on END) AS employed,
        min(CASE WHEN identity = 'flexible' AND end_reason IN ('died', 'refunded', 'transferred', 'changed_scheme')
            AND ended_on >= DATE '2021-01-01' THEN ended_on END) AS gone
    FROM insurances WHERE scheme = 'employee_pension' GROUP BY person
), paid AS (
    SELECT person, min(CASE WHEN kind = 'new' THEN contribution_year END) AS new_year,
        min(CASE WHEN kind = 'renewal' THEN contribution_year END) AS renewal_year,
        coalesce(sum(CASE WHEN contribution_year < 2023 THEN amount END), 0) AS amount
    FROM subsidy_payments WHERE recovered_on IS NULL AND kind IN ('new', 'renewal') GROUP BY person
), supported AS (
    SELECT DISTINCT person, TRUE AS yes FROM employment_subsidies
    WHERE first_month <= DATE '2023-12-01' AND last_month >= DATE '2023-01-01'
), known AS (
    SELECT p.person, r.status, r.paid_for_2020, r.insured_place, m.joined, coalesce(m.n, 0) AS n, i.since, i.employed,
        coalesce(s.yes, FALSE) AS supported, new_year, renewal_year, coalesce(amount, 0) AS amount,
        (p.died_on IS NULL OR p.died_on > DATE '2024-01-31') AND (i.gone IS NULL OR i.gone > DATE '2024-01-31') AS there,
        year(birth_date) * 12 + month(birth_date) - 1 AS born, sex
    FROM persons p LEFT JOIN resident_roll r USING (person) LEFT JOIN months m USING (person) LEFT JOIN relations i USING (person)
        LEFT JOIN paid USING (person) LEFT JOIN supported s USING (person)
), aged AS (
    SELECT *, born + CASE sex
        WHEN 'male' THEN 720 + if(born < 1965 * 12, 0, least((born - 1965 * 12) // 4 + 1, 36))
        ELSE 660 + if(born < 1970 * 12, 0, least((born - 1970 * 12) // 4 + 1, 36)) END AS pension FROM known
)
SELECT person,
    if(coalesce(status <> 'receiving' AND (status = 'paying' OR paid_for_2020), FALSE), 0, 1)
    + if(coalesce(insured_place = 'local', FALSE), 0, 2)
    + if(coalesce(joined BETWEEN DATE '2021-01-01' AND DATE '2025-12-01', FALSE), 0, 4)
    + if(joined IS NOT NULL AND (since IS NULL OR since >= DATE '2021-01-01'), 0, 8)
    + if(coalesce(year(joined) * 12 + month(joined) - 1 < pension, FALSE), 0, 16) + if(there, 0, 32)
    + if(coalesce(year(joined) = 2023, FALSE), 0, 64) + if(n >= 6, 0, 128)
    + if(new_year IS NULL OR new_year >= 2023, 0, 256) + if(amount <= 100000, 0, 1024) AS new_failed,
    if(coalesce(new_year = 2022, FALSE), 0, 1) + if(n >= 6, 0, 4) + if(renewal_year IS NULL OR renewal_year >= 2023, 0, 8)
    + if(there, 0, 16) + if(amount <= 100000, 0, 64) AS renewal_failed,
    coalesce(employed < joined, FALSE) AS ask_employee, supported
FROM aged
"""


def by_pandas(folder: Path) -> Due:
    """Frames of Arrow columns, whole columns at a time."""

    def read(name: str) -> Any:
        return pq.read_table(folder / f"{name}.parquet").to_pandas(date_as_object=False)

    rows = read("contributions")
    flexible = (rows.scheme == "employee_pension") & (rows.identity == "flexible")
    rows = rows[flexible & rows.refunded_on.isna() & (rows.paid_on <= CUTOFF) & ~rows.back_payment]
    joined = rows.groupby("person").month.min().rename("joined")
    counted = rows[(rows.month >= "2023-01-01") & (rows.month <= "2023-12-01")].groupby("person").size()
    people = read("persons").set_index("person").join(read("resident_roll").set_index("person")).join(joined)
    people = people.join(counted.rename("n")).join(_relations(read("insurances")))
    people = people.join(_paid(read("subsidy_payments")))
    there = ~(people.died_on <= CUTOFF) & ~(people.gone <= CUTOFF)
    listed = (
        (people.status != "receiving")
        & ((people.status == "paying") | people.paid_for_2020.eq(other=True))
        & (people.insured_place == "local")
    )
    born = people.birth_date.dt.year * 12 + people.birth_date.dt.month - 1
    male = people.sex == "male"
    late = (born - 1965 * 12).where(male, born - 1970 * 12)
    pension = born + male.map({True: 720, False: 660}) + (late // 4 + 1).clip(upper=36).where(late >= 0, 0)
    first = people.joined.dt.year * 12 + people.joined.dt.month - 1
    enough = (people.n >= NEEDED) & there
    fits = (people.joined >= FIRST) & (people.joined <= LAST) & (people.joined.dt.year == 2023) & (first < pension)
    new = listed & fits & enough & ~(people.since < FIRST) & ~(people.new_year < 2023)
    renewal = (people.new_year == 2022) & enough & ~(people.renewal_year < 2023)
    return _due(people.index[new], people.index[renewal])


def _relations(rows: Any) -> Any:
    rows = rows[(rows.scheme == "employee_pension") & (rows.identity == "flexible")]
    left = rows.ended_on.where(rows.end_reason.isin(["died", "refunded", "transferred", "changed_scheme"]))
    return rows.assign(gone=left).groupby("person").agg(since=("started_on", "min"), gone=("gone", "min"))


def _paid(rows: Any) -> Any:
    kept = rows[rows.recovered_on.isna()]
    years = {kind: kept[kept.kind == kind].groupby("person").contribution_year.min() for kind in ("new", "renewal")}
    return years["new"].rename("new_year").to_frame().join(years["renewal"].rename("renewal_year"), how="outer")


def _due(new: Iterable[int], renewal: Iterable[int]) -> Due:
    return {(int(person), "new") for person in new} | {(int(person), "renewal") for person in renewal}
