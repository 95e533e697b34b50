"""The frame of every page: the rail (only what the person's role may open), the year, and who is there."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from jiping.domain.roles import ADMINISTRATORS, EVALUATORS, OF_A_UNIT, REVIEWERS, STAFF, Role


@dataclass(frozen=True, slots=True)
class Item:
    """One place in the rail: its URL name, icon, two-character label and the roles that see it."""

    name: str
    icon: str
    label: str
    roles: frozenset[Role]
    foot: bool = False


RAIL = (
    Item("todo", "inbox", "待办", STAFF),
    Item("projects", "target", "目标", EVALUATORS),
    Item("funds", "coin", "资金", OF_A_UNIT | {Role.BUREAU, Role.AUDITOR}),
    Item("filings", "clipboard-check", "自评", EVALUATORS),
    Item("runs", "player-play", "办理", OF_A_UNIT),
    Item("surveys", "message-circle", "调查", OF_A_UNIT),
    Item("board", "eye", "审核", REVIEWERS),
    Item("tasks", "flag", "整改", EVALUATORS),
    Item("insight", "chart-bar", "分析", REVIEWERS | {Role.AUDITOR}),
    Item("publishing", "world", "公开", REVIEWERS),
    Item("people", "users", "人员", frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN}), foot=True),
    Item("trail", "history", "留痕", frozenset({Role.AUDITOR, Role.AUDIT_ADMIN}), foot=True),
    Item("system", "settings", "设置", ADMINISTRATORS, foot=True),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A rail item as drawn."""

    item: Item
    url: str
    active: bool


def frame(request: HttpRequest) -> dict[str, object]:
    """Return what the page shell shows."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"demo": settings.DEMO}
    links = [link for item in RAIL if user.duty in item.roles for link in _link(item, request)]
    return {
        "demo": settings.DEMO,
        "rail": [each for each in links if not each.item.foot],
        "rail_foot": [each for each in links if each.item.foot],
    }


def _link(item: Item, request: HttpRequest) -> list[Link]:
    try:
        url = reverse(item.name)
    except NoReverseMatch:  # an app that is not installed in this zone
        return []
    return [Link(item, url, request.path.startswith(url))]
