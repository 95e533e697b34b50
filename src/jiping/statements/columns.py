"""What a statement prints: the columns of the table the renderer takes, one row a statement, in the order of printing."""

from typing import Any, Final

import pyarrow as pa

MONTHS: Final = tuple(f"{month:02}" for month in range(1, 13))
TEXTS: Final = ("route", "postcode", "address", "name", "employer", "masked_id", "insured_types")
"""Any may be missing, and prints as nothing. `route` is the postal route (投递段)."""
COUNTS: Final = ("paid_months", "months")
"""Months paid in the year, and altogether."""
MONTHLY: Final = tuple(f"{what}_{month}" for what in ("base", "unit", "personal") for month in MONTHS)
"""Fen; missing where nothing was paid for the month, which is not 0.00."""
BALANCES: Final = ("opening", "principal", "interest", "closing")
"""Fen; `interest` and `closing` are missing where the rate is not known yet."""
SCHEMA: Final[Any] = pa.schema(
    [
        pa.field("statement_number", pa.int64(), nullable=False),
        *(pa.field(name, pa.string()) for name in TEXTS),
        *(pa.field(name, pa.int64()) for name in (*COUNTS, *BALANCES, *MONTHLY)),
    ]
)
"""`statement_number` is digits only, at most 18 of them; columns beyond these are left alone."""
DERIVED: Final = ("unit_total", "personal_total", "year_growth", "code", "number", "sheet")
"""Fields a page may also show: sums of the months, principal and interest, the verification code in two groups, the
statement number, and the position of the page in its file, from 1.
"""


def fitted(statements: Any) -> Any:
    """Return the table with exactly the schema's columns and types; a missing column raises KeyError."""
    return statements if statements.schema.equals(SCHEMA) else statements.select(SCHEMA.names).cast(SCHEMA)
