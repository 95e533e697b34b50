"""The mark of a page that needs no login."""

from collections.abc import Callable
from typing import TypeVar

View = TypeVar("View", bound=Callable[..., object])


def public(view: View) -> View:
    """Open a page to everyone: survey, verification, publication."""
    view.is_public = True  # type: ignore[attr-defined]
    return view
