"""What is the same on every statement of a run."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Facts:
    """The business year, who sends, and the rate; a text left empty is not printed.

    `rate` is percent a year, None until it is known; `provisional` tells that the rate of `rate_year` stands in for
    the year's own. `answer_by` is the last day for an objection.
    """

    year: int
    agency: str
    telephone: str = ""
    office: str = ""
    website: str = ""
    printed_on: date | None = None
    answer_by: date | None = None
    rate: Decimal | None = None
    rate_year: int | None = None
    provisional: bool = False
