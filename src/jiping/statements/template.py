"""The page a designer laid out: what never changes, and the boxes that are filled."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typst

from jiping.domain.errors import PackFault
from jiping.domain.place import Place
from jiping.statements.columns import BALANCES, COUNTS, DERIVED, MONTHLY, TEXTS
from jiping.statements.faces import FONTS
from jiping.statements.facts import Facts
from jiping.statements.fields import Colour, Field, Square, fields_of

PAGE = "statement.typ"
NO_DAY = 315_532_800  # PDF/A demands a date; 1980-01-01 says nothing about the document
_FILLED = {*TEXTS, *COUNTS, *MONTHLY, *BALANCES, *DERIVED}


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """A compiled page: `page` is a PDF of one page with everything that never changes, `fields` what is filled in.

    `palette` are the colours the fields name.
    """

    facts: Facts
    page: bytes
    fields: tuple[Field, ...]
    palette: tuple[Colour, ...]


def load_template(folder: Path, facts: Facts) -> Template:
    """Compile `statement.typ` of a folder, once a run. Raises PackFault when it does not compile or names an unknown field."""
    place = Place(str(folder / PAGE))
    if not (folder / PAGE).is_file():
        raise PackFault(
            f"这里没有对账单的版面 {PAGE}。",
            remedy="--look 请指明放有 statement.typ 和 labels.yaml 的文件夹；不写则用自带的版面。",
            place=place,
        )
    inputs = {"facts": json.dumps(_told(facts), ensure_ascii=False)}
    try:
        compiler = typst.Compiler(
            folder / PAGE, root=folder, font_paths=[FONTS], ignore_system_fonts=True, sys_inputs=inputs
        )
        told = json.loads(compiler.query("<field>", field="value", one=False))
        page: Any = compiler.compile(format="pdf", pdf_standards=["a-2u"], timestamp=NO_DAY, pdf_tags=False)
    except (OSError, RuntimeError) as fault:
        raise PackFault(
            "对账单模板不能排版。", why=f"排版程序说：{fault}。", remedy="请改正模板后再试。", place=place
        ) from fault
    fields, palette = fields_of(told)
    for field in fields:
        if field.name not in _FILLED and not isinstance(field, Square):
            raise PackFault(
                f"对账单模板里的“{field.name}”不是对账单的栏目。",
                remedy=f"可以写的有：{'、'.join(sorted(_FILLED))}。",
                place=place,
            )
    return Template(facts, page, fields, palette)


def _told(facts: Facts) -> Mapping[str, object]:
    return {
        "year": facts.year,
        "agency": facts.agency,
        "telephone": facts.telephone,
        "office": facts.office,
        "website": facts.website,
        "printed_on": None if facts.printed_on is None else facts.printed_on.isoformat(),
        "answer_by": None if facts.answer_by is None else facts.answer_by.isoformat(),
        "rate": None if facts.rate is None else f"{facts.rate:f}",
        "rate_year": facts.rate_year,
        "provisional": facts.provisional,
    }
