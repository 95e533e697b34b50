"""What became of a receipt a filing names, when it was looked up in the office's records."""

from dataclasses import dataclass

from jiping.domain.period import Period


@dataclass(frozen=True, slots=True)
class Proof:
    """The receipt `receipt` named by the row `row` (its level 3 name).

    `fault` says why it proves nothing: there is none, it was altered, or its records no longer give what it says; then
    `expected` and `period` may be missing. `expected` is what the row should show, `drift` what today's definition and
    rules say otherwise.
    """

    row: str
    receipt: str
    expected: str | None = None
    period: Period | None = None
    fault: str = ""
    drift: tuple[str, ...] = ()
