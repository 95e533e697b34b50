"""Where files were drawn as they were read, so that a finding can lead to its very cell."""

from collections.abc import Mapping

from jiping.domain.place import Place
from jiping.reports.batch.anchor import anchor_of

Drawn = Mapping[str, str]
"""The path of the page of each file drawn, by the name findings use, seen from the folder of the report."""


def address(drawn: Drawn, place: Place | None) -> str | None:
    """Return where a place is drawn, as a relative address; None when its file was not drawn."""
    if place is None or place.file not in drawn:
        return None
    return f"{drawn[place.file]}#{anchor_of(place)}"
