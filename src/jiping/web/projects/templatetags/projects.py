"""The colour of a stage, and amounts in fen as people read them."""

from django import template

from jiping.domain.fen import money, yuan_text
from jiping.domain.project import ChangeState, ImportState, PaymentState, ProjectState

register = template.Library()

_TONES: dict[str, str] = {
    ProjectState.DRAFT: "blue",
    ProjectState.SUBMITTED: "amber",  # also ChangeState.ASKED and PaymentState.ASKED: the same word
    ProjectState.APPROVED: "green",
    ProjectState.RETURNED: "red",
    ChangeState.REFUSED: "red",
    PaymentState.APPROVED: "blue",
    PaymentState.PAID: "green",
    ImportState.WAITING: "amber",
    ImportState.BOOKED: "green",
    ImportState.WITHDRAWN: "red",
}


@register.filter
def stage_tone(state: str) -> str:
    """Return the colour of a stage of a project, a change, a payment or an import."""
    return _TONES[state]


@register.filter
def wan(fen: int) -> str:
    """Show fen as 万元 with two decimals, or with all that are needed for a small amount: 3900 yuan is 0.39."""
    amount = money(fen).wan
    return f"{amount:,.2f}" if amount == round(amount, 2) else f"{amount.normalize():,f}"


@register.filter
def yuan(fen: int) -> str:
    """Show fen as yuan with two decimals."""
    return yuan_text(fen)
