"""The public notice before payment (公示)."""

from datetime import date

from jiping.programmes.transfer_subsidy.policy import Policy
from jiping.rulepack.calendar import calendar_of


def first_payment_day(posted_on: date, policy: Policy) -> date:
    """Return the first day on which a list posted on `posted_on` may be paid. Raises OutsideDates beyond the calendar."""
    return calendar_of(policy.pack).add_working_days(posted_on, policy.number("ts_publicity_working_days") + 1)
