"""The name a place has on the page its document is drawn on, the same whoever links to it."""

from jiping.domain.place import Place


def anchor_of(place: Place) -> str:
    """Return letters, digits and hyphens only; the file takes no part, for a page draws one file."""
    sheet = "" if place.sheet is None else f"s{place.sheet.encode('utf-8', 'replace').hex()}"
    numbers = (
        ("page", place.page),
        ("line", place.line),
        ("p", place.paragraph),
        ("t", place.table),
        ("r", place.row),
        ("c", place.column),
    )
    parts = [sheet, *(f"{mark}{number}" for mark, number in numbers if number is not None)]
    return "-".join(filter(None, parts)) or "top"
