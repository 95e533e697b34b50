"""What a form sent, as the values services take; what is missing or unreadable is told in plain Chinese."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from jiping.domain.errors import JipingError
from jiping.domain.fen import fen_from_yuan
from jiping.web.projects.models import TargetRecord
from jiping.web.projects.services.monitoring import Remedy, Told
from jiping.web.projects.services.preparing import Cost
from jiping.web.projects.services.targets import Target, weight_from

Sent = Mapping[str, str]


def text(sent: Sent, name: str) -> str:
    """Return what was written, without the blanks around it; nothing sent is nothing written."""
    return sent.get(name, "").strip()


def number(sent: Sent, name: str, words: str) -> Decimal:
    """Return a number with at most two decimals. Raises JipingError naming the field by `words`."""
    written = text(sent, name).removesuffix("%").replace(",", "")
    try:
        found = Decimal(written)
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or abs(found) >= 10**12 or found != round(found, 2):
        raise JipingError(f"{words}“{written}”不是数。", remedy="请写数，最多两位小数。")
    return found


def whole(sent: Sent, name: str, words: str) -> int:
    """Return a whole number. Raises JipingError naming the field by `words`."""
    found = number(sent, name, words)
    if found != found.to_integral_value():
        raise JipingError(f"{words}“{found}”不是整数。", remedy="请写整数。")
    return int(found)


def day(sent: Sent, name: str, words: str) -> date | None:
    """Return a day written 2025-03-21; None where nothing is written."""
    written = text(sent, name)
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise JipingError(f"{words}“{written}”不是日期。", remedy="请写成 2025-03-21 的样子。") from None


def cost_from(sent: Sent) -> Cost:
    return Cost(
        text(sent, "item"),
        fen_from_yuan(text(sent, "unit_yuan")),
        number(sent, "volume", "数量"),
        text(sent, "measure"),
        text(sent, "standard"),
    )


def target_from(sent: Sent) -> Target:
    """Return a declared indicator: three levels typed, or one of the library named as level1|level2|level3."""
    levels = text(sent, "pick").split("|") if text(sent, "pick") else [text(sent, f"level{each}") for each in (1, 2, 3)]
    if len(levels) != 3:
        raise JipingError("没有选中指标。", remedy="请从指标库中选一项，或写全三级指标。")
    return Target(levels[0], levels[1], levels[2], text(sent, "target"), weight_from(text(sent, "weight") or "0"))


def wanted_from(sent: Sent, targets: Iterable[TargetRecord]) -> dict[int, tuple[str, Decimal]]:
    """Return what each target is to become."""
    return {
        each.pk: (text(sent, f"target-{each.pk}"), weight_from(text(sent, f"weight-{each.pk}")))
        for each in targets
        if f"target-{each.pk}" in sent
    }


def told_from(sent: Sent, targets: Iterable[TargetRecord]) -> tuple[Told, ...]:
    """Return how far each target is; one left blank is left out."""
    return tuple(
        Told(
            each.pk,
            text(sent, f"done-{each.pk}"),
            number(sent, f"percent-{each.pk}", f"“{each.level3}”的进度"),
            text(sent, f"outlook-{each.pk}"),
            text(sent, f"cause-{each.pk}"),
            text(sent, f"reason-{each.pk}"),
        )
        for each in targets
        if text(sent, f"done-{each.pk}")
    )


def remedy_from(sent: Sent) -> Remedy:
    return Remedy(text(sent, "choice"), text(sent, "act"), text(sent, "owner"), day(sent, "due", "完成期限"))
