"""A change of words at one place of a file, everything else left as it is."""

from dataclasses import dataclass

from jiping.domain.errors import JipingError
from jiping.domain.place import Place


@dataclass(frozen=True, slots=True)
class Amendment:
    """`old`, which stands once at `place`, is to become `new`."""

    place: Place
    old: str
    new: str


class CannotAmend(JipingError):
    """The file cannot be changed in one place without touching anything else."""


def fixed_text(place: Place) -> CannotAmend:
    """Return the fault of a place whose words are not stored as they are shown, such as an automatic number."""
    return CannotAmend("这一处的文字不能直接在原件上改。", remedy="请在原件中手工修改。", place=place)
