"""What a browser sends, read without trust: a page of ours always sends it whole, anything else is told so."""

from django.http import QueryDict

from jiping.domain.errors import JipingError

_MOST_DIGITS = 12


def number(told: QueryDict, name: str) -> int:
    """Return the whole number under `name`. Raises JipingError where there is none."""
    text = told.get(name, "")
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        raise incomplete(name)
    return int(text)


def number_or(told: QueryDict, name: str, otherwise: int) -> int:
    """Return the whole number under `name`, `otherwise` where nothing or nonsense stands: for what an address chooses."""
    try:
        return number(told, name)
    except JipingError:
        return otherwise


def incomplete(name: str) -> JipingError:
    """Return the fault of a form that lacks `name`, or holds what cannot be it."""
    return JipingError(f"页面送来的内容不完整（{name}）。", remedy="请刷新页面后再办一次；刚才填的还没有存上。")
