"""What a page must say, from the roster; compared with what another program reads on it."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from jiping.statements.columns import BALANCES, COUNTS, MONTHLY, MONTHS, TEXTS
from jiping.statements.fields import Field, Text
from jiping.statements.slow_lane import money

_AMOUNT = re.compile(r"-?\d{1,3}(?:,\d{3})*\.\d\d(?![\d%])")
_MONEY = {*MONTHLY, *BALANCES, "unit_total", "personal_total", "year_growth"}


def differences(row: Mapping[str, Any], code: str, fields: tuple[Field, ...], page: str) -> list[str]:
    """Return what the page says wrongly, in words for a clerk; nothing when it is right.

    `page` is the text of the page in the order it was drawn. Every amount must be there, in the order of the fields, and
    no other one; every word must be there whole, and no box for a character.
    """
    told = _told(row, code)
    shown = [field.name for field in fields if isinstance(field, Text)]
    letters = "".join(page.split())
    wrong = [f"“{told[name]}”没有印出" for name in shown if name not in _MONEY and told.get(name, "") not in letters]
    expected = [told[name] for name in shown if name in _MONEY and told[name]]
    found = _AMOUNT.findall(page)
    if found != expected and Counter(found) == Counter(expected) and _is_moved(row):
        found = expected
    if found != expected:
        missing, strange = Counter(expected) - Counter(found), Counter(found) - Counter(expected)
        wrong.append(
            f"金额不符：应有 {_listed(missing)}，却有 {_listed(strange)}" if missing or strange else "金额串了行"
        )
    if "\ufffd" in page:
        wrong.append("有读不出的字")
    return wrong


def _is_moved(row: Mapping[str, Any]) -> bool:
    """Amounts too wide for their boxes are drawn after all others."""
    return any((row[name] or 0) >= _WIDE for name in (*BALANCES, *MONTHLY))


_WIDE = 10**9  # fen


def _told(row: Mapping[str, Any], code: str) -> dict[str, str]:
    told = {name: "".join((row[name] or "").split()) for name in TEXTS}
    told |= {name: str(row[name] or 0) for name in COUNTS}
    told |= {name: "" if row[name] is None else money(row[name]) for name in (*MONTHLY, *BALANCES)}
    for what in ("unit", "personal"):
        paid = [row[f"{what}_{month}"] for month in MONTHS if row[f"{what}_{month}"] is not None]
        told[f"{what}_total"] = money(sum(paid)) if paid else ""
    known = row["principal"] is not None and row["interest"] is not None
    told["year_growth"] = money(row["principal"] + row["interest"]) if known else ""
    return told | {"number": str(row["statement_number"]), "code": code}


def _listed(amounts: Counter[str]) -> str:
    return "、".join(sorted(amounts.elements())) or "（无）"
