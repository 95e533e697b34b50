"""The few words templates share: an icon, an amount, points, a state's colour."""

from decimal import Decimal

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from jiping.domain.finding import Severity
from jiping.domain.workflow import State

register = template.Library()

_TONES = {
    State.DRAFT: "blue",
    State.APPROVAL: "blue",
    State.DEPARTMENT: "blue",
    State.BUREAU: "amber",
    State.RETURNED: "red",
    State.PASSED: "green",
    State.PUBLISHED: "green",
}
_MARKS = {
    Severity.BLOCK: ("alert-circle", "red"),
    Severity.WARN: ("alert-triangle", "amber"),
    Severity.HINT: ("info-circle", "grey"),
}
DASH = "—"


@register.simple_tag
def icon(name: str, tone: str = "") -> SafeString:
    """Draw an icon of the sprite; it says nothing by itself, so screen readers pass it over."""
    return format_html(
        '<svg class="icon {}" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        tone,
        static("ui/icons.svg"),
        name,
    )


@register.simple_tag
def severity_icon(severity: Severity) -> SafeString:
    """Draw how a finding binds, with its word for those who cannot see colour."""
    name, tone = _MARKS[severity]
    return format_html('{}<span class="unseen">{}</span>', icon(name, tone), severity.value)


@register.filter
def tone(state: str) -> str:
    """Return the colour of a filing's state."""
    return _TONES[State(state)]


@register.filter
def two(number: Decimal | None) -> str:
    """Show points or 万元 with two decimals, and nothing as a dash."""
    return DASH if number is None else f"{number:,.2f}"


@register.filter
def signed(number: Decimal | None) -> str:
    """Show a difference: +0.80, −2.10, 一致."""
    if number is None:
        return DASH
    if not number:
        return "一致"
    return f"{'+' if number > 0 else '−'}{abs(number):.2f}"
