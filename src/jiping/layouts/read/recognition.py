"""What recognising a document yields."""

from dataclasses import dataclass
from enum import StrEnum

from jiping.domain.filing import Filing
from jiping.domain.place import Place


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that could not be read, or was read with doubt, in the user's words."""

    message: str
    place: Place | None = None


class Traced(StrEnum):
    """What a trace leads to: a part of the filing, or words that only say where such a part stands."""

    TITLE = "title"
    FACT = "fact"
    SECTION = "section"
    ROW = "row"
    FUND = "fund"
    TOTAL = "total"
    HEADING = "heading"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Trace:
    """Where one fact was read: `text` is what stands there, `field` the field it went into.

    `number` counts from 0 the filing's rows or lines of funds, None where the field says enough.
    """

    of: Traced
    field: str
    text: str
    place: Place
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Recognition:
    """The filings found, in the order of the file; none when nothing looked like a self-evaluation.

    `traces` holds, for each filing, where its facts were read.
    """

    filings: tuple[Filing, ...]
    remarks: tuple[Remark, ...]
    traces: tuple[tuple[Trace, ...], ...] = ()
