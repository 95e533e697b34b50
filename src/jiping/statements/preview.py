"""A statement to look at while its template is being drawn, printed again as often as a file of the folder changes."""

import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from jiping.statements.columns import MONTHS
from jiping.statements.facts import Facts
from jiping.statements.renderer import render_one
from jiping.statements.template import load_template

EXAMPLE: Final[Mapping[str, object]] = {
    "statement_number": 20240000000000,
    "route": "01-01",
    "postcode": "000000",
    "address": "某省某市某街道某某路1234号某某花园12幢3单元1402室",
    "name": "某某某",
    "employer": "某某市某某有限公司",
    "masked_id": "000000********0000",
    "insured_types": "企业职工基本养老保险、失业保险、工伤保险",
    "paid_months": 11,
    "months": 163,
    "opening": 6150718,
    "principal": 528000,
    "interest": 162518,
    "closing": 6841236,
    **{f"base_{month}": 600000 for month in MONTHS if month != "08"},
    **{f"unit_{month}": 96000 for month in MONTHS if month != "08"},
    **{f"personal_{month}": 48000 for month in MONTHS if month != "08"},
}
"""Nobody's record: everything a page can show, and a month without a contribution."""

_KEY = b"not a key: preview only"
_PAUSE = 0.2  # seconds between two looks at the folder


def preview(folder: Path, facts: Facts, record: Mapping[str, object] = EXAMPLE) -> bytes:
    """Return a PDF of one page as the folder's template is now; its verification code proves nothing."""
    return render_one(load_template(folder, facts), _KEY, record)


def changes(folder: Path) -> Iterator[None]:
    """Yield at once, and then whenever a file of the folder was written; endless."""
    seen: dict[Path, int] = {}
    while True:
        now = {path: path.stat().st_mtime_ns for path in sorted(folder.iterdir())}
        if now != seen:
            seen = now
            yield
        time.sleep(_PAUSE)
