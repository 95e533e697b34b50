"""What a dated record says besides its dates: which fields each kind of entry has, and who reads them."""

from collections.abc import Callable
from dataclasses import dataclass

from jiping.rulepack.reading.calendar import read_calendar
from jiping.rulepack.reading.points import read_grades, read_scoring, read_weights
from jiping.rulepack.reading.words import (
    Fields,
    read_checks,
    read_drafts,
    read_number,
    read_rows,
    read_sections,
    read_setting,
    read_words,
)


@dataclass(frozen=True, slots=True)
class Payload:
    """The fields a kind of entry may have, and how they become its value."""

    required: tuple[str, ...]
    optional: tuple[str, ...]
    read: Callable[[Fields], object]


NAMED = {
    "grades": Payload(("bands",), ("synonyms",), read_grades),
    "weights": Payload(("full_mark", "schemes"), (), read_weights),
    "scoring": Payload(("by_kind", "rounding"), (), read_scoring),
    "sections": Payload(("required", "headings"), (), read_sections),
    "checks": Payload(("settings",), (), read_checks),
    "drafts": Payload(("texts",), (), read_drafts),
    "calendar": Payload(("holidays", "make_up_days"), (), read_calendar),
}
FREE = {
    "words": Payload(("words",), (), read_words),
    "rows": Payload(("rows",), (), read_rows),
    "value": Payload(("value",), (), read_number),
    "setting": Payload(("setting",), (), read_setting),
}
