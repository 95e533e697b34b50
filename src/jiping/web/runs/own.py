"""An insured person's own statement, as a phone shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import signing

from jiping.domain.errors import JipingError
from jiping.printing.job import Manner
from jiping.printing.key import KEY_FILE, own_key
from jiping.printing.own import has_tail, person_of, row_of
from jiping.printing.roster import Asked
from jiping.printing.specimen import one_statement
from jiping.statements.columns import MONTHS
from jiping.statements.slow_lane import money
from jiping.web.runs.jobs.catalogue import STATEMENTS
from jiping.web.runs.models import RunRecord
from jiping.web.runs.selectors import folder_of
from jiping.web.runs.states import RunState

_SALT, _LASTS = "own-statement", 15 * 60
_RUNS_SEARCHED = 3


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the year; `paid` tells whether anything arrived for it."""

    number: int
    paid: bool


@dataclass(frozen=True, slots=True)
class Own:
    """What a person sees: amounts in yuan as texts, name and number masked."""

    year: int
    name: str
    masked_id: str
    number: int
    closing: str
    growth: str
    lines: tuple[tuple[str, str], ...]
    months: tuple[Month, ...]

    @property
    def unpaid(self) -> tuple[int, ...]:
        return tuple(each.number for each in self.months if not each.paid)


def find(code: str, tail: str) -> tuple[RunRecord, int] | None:
    """Return the run and the person a code and the end of an identity number belong to, None for either being wrong."""
    for run in _released():
        person = person_of(folder_of(run), code)
        if person is not None:
            return (run, person) if has_tail(_data(), person, tail.strip()) else None
    return None


def seal(run: RunRecord, person: int) -> str:
    """Return what lets the same phone go on for a quarter of an hour without typing again."""
    return signing.dumps([run.pk, person], salt=_SALT)


def unseal(token: str) -> tuple[RunRecord, int]:
    """Return whom a token was given to. Raises JipingError when it is too old, or none of ours."""
    try:
        pk, person = signing.loads(token, salt=_SALT, max_age=_LASTS)
    except signing.BadSignature:
        raise JipingError("页面打开太久了。", remedy="请重新输入信上的查验码。") from None
    return RunRecord.objects.select_related("unit").get(pk=pk, job=STATEMENTS.name, state=RunState.DONE), int(person)


def own_of(run: RunRecord, person: int) -> Own:
    """Return what the statement says, from the same rows it is printed from."""
    row = row_of(_asked(run), person)
    personal = sum(row[f"personal_{month}"] or 0 for month in MONTHS)
    known = row["interest"] is not None
    return Own(
        run.year,
        f"{(row['name'] or '＊')[:1]} *",
        row["masked_id"] or "",
        row["statement_number"],
        money(row["closing"]) if known else "待公布利率",
        money(row["principal"] + row["interest"]) if known else "待公布利率",
        (
            ("本年缴费月数", f"{row['paid_months'] or 0} 个月"),
            ("累计缴费月数", f"{row['months'] or 0} 个月"),
            ("本年个人缴费", money(personal)),
            ("本年记账利息", money(row["interest"]) if known else "待公布利率"),
        ),
        tuple(_months(row)),
    )


def pdf_of(run: RunRecord, person: int) -> bytes:
    """Return the statement as it is printed."""
    _, content = one_statement(_asked(run), person, Manner(own_key(_data() / KEY_FILE), processes=1))
    return content


def _months(row: dict[str, Any]) -> Iterator[Month]:
    for number, month in enumerate(MONTHS, start=1):
        yield Month(number, row[f"personal_{month}"] is not None or row[f"unit_{month}"] is not None)


def _released() -> Iterator[RunRecord]:
    done = RunRecord.objects.filter(job=STATEMENTS.name, state=RunState.DONE).select_related("unit")
    yield from done.order_by("-pk")[:_RUNS_SEARCHED]


def _asked(run: RunRecord) -> Asked:
    return Asked(run.year, _data(), run.pack, printed_on=run.day)


def _data() -> Path:
    return Path(settings.DATA_FOLDER)
