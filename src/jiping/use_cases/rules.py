"""The catalogue of checks as a reader sees it: titles, pages, citations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jiping.checks.run import catalogue
from jiping.domain.finding import Severity
from jiping.rulepack.load import load_pack
from jiping.rulepack.pack import RulePack
from jiping.scoring.catalogue import scoring_rules
from jiping.use_cases.check import check_named


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One line of the catalogue under a pack; `enabled` is False where the pack switches the check off."""

    code: str
    severity: Severity
    scope: str
    title: str
    basis: str
    enabled: bool


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
            enabled=each.code not in rules.checks or rules.checks[each.code].enabled,
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
        f"依据：{rules.basis(each.basis)}\n程度：{severity}　范围：{each.scope}　规则包：{rules.title}"
    )


def _severity(rules: RulePack, code: str, default: Severity) -> Severity:
    setting = rules.checks.get(code)
    return default if setting is None or setting.severity is None else setting.severity
