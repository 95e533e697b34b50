"""A printed page read back by another program, field by field; and what each field should say, formatted the plain way."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa

from jiping.statements.columns import BALANCES, COUNTS, MONTHLY, MONTHS, SCHEMA, TEXTS
from jiping.statements.facts import Facts
from jiping.statements.fields import Text
from jiping.statements.renderer import Printed, Renderer, characters_of
from jiping.statements.template import Template, load_template
from programs import run_program

KEY = b"sixteen bytes at"
FOLDER = Path(__file__).parents[2] / "src" / "jiping" / "packs" / "national" / "statements"
FACTS = Facts(
    2024,
    "某市社会保险基金管理中心",
    telephone="12333",
    office="某市某路 1 号",
    printed_on=date(2025, 3, 1),
    answer_by=date(2025, 6, 30),
    rate=Decimal("2.62"),
    rate_year=2024,
)
RECORD: Mapping[str, Any] = {
    "statement_number": 20241000000017,
    "route": "城北 03-12",
    "postcode": "226500",
    "address": "江苏省如皋市如城街道中山路123号绿地花园12幢3单元1402室",
    "name": "陈𬭼䶮",
    "employer": "如皋市某某纺织机械有限公司",
    "masked_id": "320622********0021",
    "insured_types": "职工养老保险、失业保险",
    "paid_months": 11,
    "months": 163,
    "opening": 6150718,
    "principal": 528000,
    "interest": 162518,
    "closing": 6841236,
    **{f"base_{month}": None if month == "08" else 600000 for month in MONTHS},
    **{f"unit_{month}": None if month == "08" else 96000 for month in MONTHS},
    **{f"personal_{month}": None if month == "08" else 48000 for month in MONTHS},
}
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
Word = tuple[float, float, str]


@cache
def template() -> Template:
    return load_template(FOLDER, FACTS)


def table(*records: Mapping[str, Any]) -> Any:
    return pa.Table.from_pylist([dict(each) for each in records], schema=SCHEMA)


def printed(statements: Any, *, page: Template | None = None) -> tuple[bytes, Printed]:
    out = BytesIO()
    renderer = Renderer(page or template(), KEY, characters_of(statements))
    return out.getvalue(), renderer.render_file(statements, out)


def file_of(statements: Any, *, page: Template | None = None) -> bytes:
    out = BytesIO()
    Renderer(page or template(), KEY, characters_of(statements)).render_file(statements, out)
    return out.getvalue()


def read_back(path: Path, page: Template | None = None) -> list[dict[str, set[str]]]:
    """Return for every page what poppler reads inside the boxes of each field, without blanks."""
    pages = run_program("pdftotext", "-bbox", path, "-").split("<page ")[1:]
    return [_fields(list(_words(text)), page or template()) for text in pages]


def _words(text: str) -> Iterator[Word]:
    for left, top, right, bottom, word in _WORD.findall(text):
        yield (float(left) + float(right)) / 2, (float(top) + float(bottom)) / 2, unescape(word)


def _fields(words: list[Word], page: Template) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for field in page.fields:
        if isinstance(field, Text):
            bottom = field.y + (field.lines - 1) * field.leading + field.size * 0.3
            inside = [
                (round(y), x, word)
                for x, y, word in words
                if field.x - 1 < x < field.x + field.width + 1 and field.y - field.size < y < bottom
            ]
            found.setdefault(field.name, set()).add("".join(word for _, _, word in sorted(inside)))
    return found


def expected(record: Mapping[str, Any], sheet: int, code: str) -> dict[str, str]:
    """Return what each field of a record's page says, without blanks."""
    money = {name: record[name] for name in (*BALANCES, *MONTHLY)}
    for what in ("unit", "personal"):
        paid = [record[f"{what}_{month}"] for month in MONTHS if record[f"{what}_{month}"] is not None]
        money[f"{what}_total"] = sum(paid) if paid else None
    known = record["principal"] is not None and record["interest"] is not None
    money["year_growth"] = record["principal"] + record["interest"] if known else None
    said = {name: "" if fen is None else f"{Decimal(fen).scaleb(-2):,.2f}" for name, fen in money.items()}
    said |= {name: re.sub(r"\s", "", record[name] or "") for name in TEXTS}
    said |= {name: f"{record[name]:,}" for name in COUNTS}
    return said | {"number": str(record["statement_number"]), "sheet": str(sheet), "code": code}
