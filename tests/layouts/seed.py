"""The six real filings of 2024: their text, the facts a person found in it, and readings of altered copies."""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, cast

from jiping.domain.document import Document, Para, Part, Style
from jiping.domain.filing import Filing
from jiping.domain.place import Place
from jiping.layouts.read.recognise import recognise
from jiping.layouts.read.recognition import Recognition
from jiping.layouts.read.words.vocabulary import vocabulary_of
from jiping.rulepack.load import load_pack
from jiping.rulepack.pack import RulePack

FACTS = Path(__file__).with_name("seed_facts.json")
EXAMPLE = Path(__file__).parents[2] / "src/jiping/packs/rugao-2024/examples/2024.txt"


def seed_text() -> str:
    return EXAMPLE.read_text(encoding="utf-8")


@cache
def rugao() -> RulePack:
    return load_pack("rugao-2024", date(2024, 12, 31))


def plain_document(text: str, name: str = "2024.txt") -> Document:
    """Return plain text as the text reader gives it: one paragraph a line."""
    lines = text.splitlines()
    return Document(
        (Part("", tuple(Para(Style.BODY, (line,), Place(name, line=n)) for n, line in enumerate(lines, start=1))),),
        ruled=False,
    )


def read_plain(text: str) -> Recognition:
    return recognise(plain_document(text), list(rugao().layouts.values()), vocabulary_of(rugao()))


def found_facts(filings: Sequence[Filing]) -> list[dict[str, Any]]:
    """Return filings in the form of the facts file."""
    return [_facts(filing) for filing in filings]


def stated_facts() -> list[dict[str, Any]]:
    facts = cast("list[dict[str, Any]]", json.loads(FACTS.read_text(encoding="utf-8"), parse_float=Decimal))
    for each in facts:
        each["problems"] = each["problems"].removesuffix("。")
        each["expenditure_wan"] = Decimal(each["expenditure_wan"])
        each["narrative_score"] = Decimal(each["narrative_score"]) if each["narrative_score"] else None
    return facts


def _facts(filing: Filing) -> dict[str, Any]:
    problems = filing.narrative.problems
    return {
        "project": filing.project,
        "unit": filing.unit,
        "year": filing.year,
        "form": filing.form.value,
        "expenditure_wan": filing.expenditure.wan if filing.expenditure else None,
        "narrative_satisfaction": filing.stated_satisfaction,
        "narrative_score": filing.stated_score,
        "narrative_grade": filing.stated_grade,
        "problems": problems.text.removesuffix("。") if problems else None,
        "has_measures": filing.narrative.measures is not None,
        "total_weight": filing.total_weight,
        "total_score": filing.total_score,
        "indicators": [
            {name: getattr(row, name) for name in ("level1", "level2", "level3", "target", "actual", "weight", "score")}
            for row in filing.rows
        ],
    }
