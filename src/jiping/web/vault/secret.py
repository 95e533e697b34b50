"""A text that shows itself masked wherever it is printed; whoever needs it whole says so, and leaves a mark."""

from collections.abc import Callable
from dataclasses import dataclass

from jiping.domain.masking import masked

Mask = Callable[[str], str]


def mask_identity(text: str) -> str:
    """Hide the birth date in a number of 18 digits; of anything else only the last character is left."""
    hidden = masked(text)
    return hidden if hidden != text else f"{'*' * (len(text) - 1)}{text[-1:]}"


def mask_name(text: str) -> str:
    """Leave the first character."""
    return f"{text[:1]}{'*' * (len(text) - 1)}"


def mask_phone(text: str) -> str:
    """Leave the first three and the last four digits of a number of eleven; else the last two."""
    return f"{text[:3]}****{text[-4:]}" if len(text) == 11 else f"{'*' * (len(text) - 2)}{text[-2:]}"


def mask_account(text: str) -> str:
    """Leave the last four characters of a bank account."""
    return f"**** {text[-4:]}" if len(text) > 4 else "****"


def mask_whole(text: str) -> str:  # noqa: ARG001 - a mask is given the text, this one tells nothing of it
    """Leave nothing, not even the length: addresses."""
    return "******"


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """`plain` is the text; templates, logs and messages that print the secret get it masked."""

    plain: str
    mask: Mask

    def __str__(self) -> str:
        return self.mask(self.plain)

    def __repr__(self) -> str:
        return f"Secret({self})"
