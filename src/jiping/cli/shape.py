"""What findings can be handed over as."""

from enum import StrEnum


class Shape(StrEnum):
    """A shape as a person types it; all but plain text are named after the report that writes them."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    XLSX = "xlsx"
    HTML = "html"
