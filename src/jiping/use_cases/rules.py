"""The catalogue of checks as a reader sees it: titles, pages, citations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from jiping.checks.catalogue import catalogue
from jiping.checks.check import Check
from jiping.domain.finding import Severity
from jiping.rulepack.load import list_packs, load_pack
from jiping.rulepack.pack import RulePack
from jiping.scoring.catalogue import scoring_rules
from jiping.use_cases.check import check_named


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One line of the catalogue under a pack; `enabled` is False where the pack switches the check off.

    `packs` are the titles of the built-in packs in which it holds.
    """

    code: str
    severity: Severity
    scope: str
    title: str
    basis: str
    enabled: bool
    packs: tuple[str, ...]


def listing(pack: str, on: date, folders: Sequence[Path] = ()) -> tuple[RuleLine, ...]:
    """Return every check as it holds under `pack` on that day."""
    rules = load_pack(pack, on, folders)
    return tuple(
        RuleLine(
            code=each.code,
            severity=_severity(rules, each.code, each.severity),
            scope=each.scope.value,
            title=each.title,
            basis=rules.basis(each.basis),
            enabled=_holds(rules, each),
            packs=packs_holding(each, on),
        )
        for each in catalogue()
    )


def rule_page(code: str, pack: str, on: date, folders: Sequence[Path] = ()) -> str:
    """Return the manual page of a check (title, why, bad and good example, basis), or of a scoring rule by its name."""
    shape = scoring_rules().get(code.lower())
    if shape is not None:
        return f"{shape.name}　{shape.title}\n\n{shape.page}"
    each = check_named(code)
    rules = load_pack(pack, on, folders)
    severity = _severity(rules, each.code, each.severity)
    return (
        f"{each.code}　{each.title}\n\n{each.page}\n\n"
        f"依据：{rules.basis(each.basis)}\n程度：{severity}　范围：{each.scope}　规则包：{rules.label}"
        f"\n适用：{'、'.join(packs_holding(each, on)) or '内置规则包都不启用'}"
    )


def packs_holding(check: Check, on: date) -> tuple[str, ...]:
    """Return the titles of the built-in packs in which `check` is enabled on that day."""
    return tuple(rules.title for rules in _built_in(on) if _holds(rules, check))


@lru_cache(maxsize=8)
def _built_in(on: date) -> tuple[RulePack, ...]:
    return tuple(load_pack(each.head.name, on) for each in list_packs() if each.built_in)


def _holds(rules: RulePack, check: Check) -> bool:
    return check.code not in rules.checks or rules.checks[check.code].enabled


def _severity(rules: RulePack, code: str, default: Severity) -> Severity:
    setting = rules.checks.get(code)
    return default if setting is None or setting.severity is None else setting.severity
