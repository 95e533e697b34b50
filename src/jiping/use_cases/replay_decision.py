"""Come to a kept decision again: on its own records under the pack of its date, and beside it on the records of today."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jiping.datasets.folder import find_data, parquet_paths
from jiping.domain.decision import Decision, Granted, Judged
from jiping.rulepack.load import load_pack
from jiping.use_cases import decisions
from jiping.use_cases.decide import Asked, decided
from jiping.use_cases.deciding import deciding, tables_in


@dataclass(frozen=True, slots=True)
class ReplayedDecision:
    """`drift` is what comes out otherwise on the decision's own records; `since` what is otherwise on newer ones.

    `newer` names the tables imported since.
    """

    kept: Decision
    drift: tuple[str, ...]
    newer: tuple[str, ...]
    since: tuple[str, ...]


def replay_decision(number: str, data: Path, folders: Sequence[Path] = ()) -> ReplayedDecision:
    """Return what the decision `number` comes to now. Raises JipingError when its records are gone or were altered."""
    kept = decisions.find(number, data)
    asked = Asked(kept.programme, kept.subject, kept.year, kept.pack, kept.as_of)
    rules = load_pack(kept.pack, kept.as_of, folders)
    held = {each.table: find_data(data, each) for each in kept.snapshots}
    again = decided(asked, rules, (parquet_paths(data, held), kept.snapshots))
    _, offer = deciding(kept.programme)
    current = tables_in(data, offer.tables, rules)
    newer = tuple(rules.tables[each.table].title for each in current[1] if each not in kept.snapshots)
    since = tuple(_differences(again, decided(asked, rules, current))) if newer else ()
    return ReplayedDecision(kept, (*_versions(kept, again), *_differences(kept, again)), newer, since)


def _versions(kept: Decision, again: Decision) -> Iterator[str]:
    for name, old, new in (
        ("规则包版本", kept.pack_edition, again.pack_edition),
        ("程序版本", kept.code_version, again.code_version),
    ):
        if old != new:
            yield f"{name}由 {old} 变为 {new}"


def _differences(old: Decision, new: Decision) -> Iterator[str]:
    """Yield in words what `new` says otherwise than `old`, the decisions on them apart from who they are on."""
    known, now = _conditions(old), _conditions(new)
    for key in sorted({*known, *now}):
        if known.get(key) != now.get(key):
            yield _told(key, known.get(key), now.get(key))


def _conditions(decision: Decision) -> dict[tuple[str, str], Judged]:
    return {(_place(each), one.code): one for each in decision.entitlements for one in each.conditions}


def _place(granted: Granted) -> str:
    about = "，".join(f"{each.heading} {each.shown}" for each in granted.about)
    return f"{granted.title}（{about}）" if about else granted.title


def _told(key: tuple[str, str], old: Judged | None, new: Judged | None) -> str:
    place = f"{key[0]} {key[1]}"
    if old is None or new is None:
        return f"{place}：{'原来没有' if old is None else '现在没有'}这一条"
    if old.holds != new.holds:
        return f"{place} {new.title}由{_verdict(old)}变为{_verdict(new)}（{_seen(old)} → {_seen(new)}）"
    if old.seen != new.seen:
        return f"{place}：所见情况由 {_seen(old)} 变为 {_seen(new)}"
    return f"{place}：条件的说法或依据已变"


def _verdict(judged: Judged) -> str:
    return "符合" if judged.holds else "不符合"


def _seen(judged: Judged) -> str:
    return "，".join(f"{each.heading} {each.shown}" for each in judged.seen)
