"""What recognising a document yields."""

from dataclasses import dataclass

from jiping.domain.filing import Filing
from jiping.domain.place import Place


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that could not be read, or was read with doubt, in the user's words."""

    message: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Recognition:
    """The filings found, in the order of the file; none when nothing looked like a self-evaluation."""

    filings: tuple[Filing, ...]
    remarks: tuple[Remark, ...]
