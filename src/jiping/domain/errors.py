"""The one way this product tells a person that something cannot be done."""

from collections.abc import Callable
from functools import partial

from jiping.domain.place import Place


class JipingError(Exception):
    """A fault the user can act on: where it is, what is wrong, why it matters, what to do.

    All four are plain Chinese sentences without code words; `place` may be None when no file is involved.
    """

    def __init__(self, what: str, *, remedy: str, why: str = "", place: Place | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.why = why
        self.remedy = remedy
        self.place = place

    def __reduce__(self) -> tuple[Callable[..., "JipingError"], tuple[str]]:
        """Travel between processes whole: the keywords are not among the arguments Python would send."""
        return partial(type(self), remedy=self.remedy, why=self.why, place=self.place), (self.what,)

    def __str__(self) -> str:
        where = f"{self.place}：" if self.place is not None else ""
        why = f"{self.why}" if self.why else ""
        return f"{where}{self.what}{why}{self.remedy}"


class UnreadableFile(JipingError):
    """The bytes are not what their name promises, or are unsafe to open."""


class UnknownForm(JipingError):
    """The file was read, but no self-evaluation was recognised in it."""


class PackFault(JipingError):
    """A rule pack says something impossible; `place` names file and line."""


class OutsideDates(JipingError):
    """A rule was asked for on a day on which no entry of it is in force."""


class MissingGlyph(JipingError):
    """A character no shipped font can draw; printing it would leave a box."""
