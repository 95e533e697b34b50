"""The keys of a place in the file that was read."""

from typing import Any

from jiping.domain.place import Place
from jiping.exchange.record import REQUIRED, Key, Record
from jiping.exchange.scalar import TEXT, WHOLE


def _place(*, text: str | None, **spot: Any) -> Place:  # noqa: ARG001 - the text is derived from the rest
    return Place(**spot)


def _place_parts(place: Place) -> dict[str, object]:
    return {**{name: getattr(place, name) for name in Place.__slots__}, "text": str(place)}


PLACE = Record(
    _place,
    (
        Key("file", TEXT, "文件名", REQUIRED),
        Key("sheet", TEXT, "工作表"),
        Key("page", WHOLE, "页"),
        Key("line", WHOLE, "行（文字）"),
        Key("table", WHOLE, "第几个表"),
        Key("row", WHOLE, "行（表格）"),
        Key("column", WHOLE, "列"),
        Key("paragraph", WHOLE, "段"),
        Key("text", TEXT, "位置的文字说明，读取时不采用"),
    ),
    _place_parts,
    sparse=True,
)

PLACED = frozenset({"place", "section_places", "total_weight_place", "total_score_place"})
"""The keys under which places stand: where a filing was read from is not what it says."""
