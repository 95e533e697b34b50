"""Seal a posted list, after looking at every payment once more."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from jiping.datasets.condition import failing
from jiping.datasets.decision import judge_each
from jiping.datasets.engine import Engine
from jiping.domain.errors import JipingError
from jiping.domain.payment import Payment
from jiping.domain.payment_list import struck_head, tallied, without
from jiping.payments.draft import Draft, find_draft
from jiping.payments.due import doubled, due, payments
from jiping.payments.ledger import Connection, ledger
from jiping.payments.notice import posted_since, require_posted
from jiping.payments.recheck import Change, Changed, changes
from jiping.payments.seal import seal
from jiping.payments.sealed import Approval, Sealed, sealed_from
from jiping.rulepack.calendar import calendar_of
from jiping.use_cases.pay.business import Business, business_of


@dataclass(frozen=True, slots=True)
class Sealing:
    """What came of it: `sealed` None means nothing was sealed, because of the changes.

    `reasons` tell for persons no longer due which conditions fail now.
    """

    sealed: Sealed | None
    changed: tuple[Changed, ...] = ()
    reasons: Mapping[int, str] = field(default_factory=dict)


def seal_list(
    number: str,
    on: date,
    data: Path,
    *,
    strike: bool = False,
    folders: Sequence[Path] = (),
    tell: Callable[[str], None] = lambda _: None,
) -> Sealing:
    """Approve the list called `number` on the day `on` and put it into the ledger; again, it stays as it is.

    Every payment is decided anew. Where one is no longer due as listed nothing is sealed, or with `strike` the rest is.
    Raises JipingError before the term of the notice is over, and when a payment stands on another list.
    """
    draft = find_draft(data, number)
    with ledger(data) as con:
        earlier = sealed_from(con, draft.list)
        if earlier is not None:
            return Sealing(earlier)
        paying = business_of(draft.list.head, on, folders)
        since = posted_since(con, draft.list)
        require_posted(draft.list, since, paying.publicity_days, calendar_of(paying.rules), on)
        tell("发放前复核")
        engine, _ = paying.open(data)
        rows = due(paying.payable, engine.tables, paying.question)
        changed = tuple(changes(draft.payments(), payments(rows, engine)))
        reasons = {**_reasons(paying, engine, changed), **doubled(rows, engine)}
        if changed and not strike:
            return Sealing(None, changed, reasons)
        tell("封存")
        approval = Approval(since, on, int(paying.rules.thresholds["pay_attempts"]))
        return Sealing(_sealed(con, draft, changed, approval), changed, reasons)


def _sealed(con: Connection, draft: Draft, changed: tuple[Changed, ...], approval: Approval) -> Sealed:
    struck = frozenset(each.listed.key for each in changed)

    def rows() -> Iterator[Payment]:
        return without(draft.payments(), struck)

    final = tallied(struck_head(draft.list), rows()) if struck else draft.list
    if not final.count:
        raise JipingError("名单上的人现在都不应发放。", remedy="请重新运行 jiping pay list。")
    return seal(con, draft.list, final, rows, approval)


def _reasons(paying: Business, engine: Engine, changed: tuple[Changed, ...]) -> Mapping[int, str]:
    """Return for each person no longer due the conditions that fail now, of what was listed and of paying at all."""
    offer = paying.programme.decisions
    gone: dict[int, set[str]] = {}
    for each in changed:
        if each.what is Change.GONE:
            gone.setdefault(each.listed.key.person, set()).add(each.listed.key.kind)
    if offer is None or not gone:
        return {}
    tables = {
        name: rows.filter(rows.person.isin(sorted(gone))) if "person" in rows.columns else rows
        for name, rows in engine.tables.items()
    }
    judged = judge_each(offer.people(tables, paying.question), offer.entitlements, paying.question)
    told = {}
    for row in engine.stream(judged):
        asked = (each for each in offer.entitlements if each.guard or each.kind in gone[row["person"]])
        conditions = (condition for each in asked for condition in failing(row[each.failed], each.conditions))
        told[row["person"]] = "；".join(f"{each.code} {each.title}" for each in conditions)
    return told
