"""Numbers of identity cards (公民身份号码, GB 11643): found where they stand, masked before anything leaves the program."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, TypeVar, cast

_NUMBER = re.compile(r"(?<![\d.])(\d{6})(\d{8})(\d{3}[\dXxＸｘ])(?!\d)")
_MASKED = r"\1********\3"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_DIGITS = "10X98765432"
_FIRST_YEAR = 1900
_HALF_WIDTH = str.maketrans("０１２３４５６７８９Ｘｘ", "0123456789XX")

T = TypeVar("T")


def masked(thing: T) -> T:
    """Return a text, or a value made of texts, with the birth date in every number of 18 digits hidden; lengths stay.

    It walks tuples and dataclasses, and returns the very same object where there is nothing to hide.
    """
    return cast("T", _masked(thing))


def _masked(thing: Any) -> Any:
    if isinstance(thing, str):
        return _NUMBER.sub(_MASKED, thing) if _NUMBER.search(thing) else thing
    if isinstance(thing, tuple):
        return _rebuilt(thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        told = {each.name: getattr(thing, each.name) for each in fields(thing)}
        changed = {name: new for name, old in told.items() if (new := _masked(old)) is not old}
        return replace(thing, **changed) if changed else thing
    return thing


def _rebuilt(things: tuple[Any, ...]) -> tuple[Any, ...]:
    new = [_masked(each) for each in things]
    if all(one is other for one, other in zip(new, things, strict=True)):
        return things
    return type(things)(*new) if hasattr(things, "_fields") else tuple(new)


def identity_numbers(text: str) -> Iterator[str]:
    """Yield the numbers in `text` that can only be a person's: with a possible day of birth and the right check digit."""
    for found in _NUMBER.finditer(text):
        digits = found.group().translate(_HALF_WIDTH).upper()
        if _is_day(digits[6:14]) and _check_digit(digits) == digits[-1]:
            yield found.group()


def _is_day(digits: str) -> bool:
    try:
        return date.fromisoformat(digits).year >= _FIRST_YEAR
    except ValueError:
        return False


def _check_digit(digits: str) -> str:
    return CHECK_DIGITS[sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=False)) % 11]
