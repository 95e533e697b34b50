"""Which year the statements of a project are about, and by when they must be sent."""

from calendar import monthrange
from dataclasses import replace
from datetime import date

from jiping.datasets.question import Question
from jiping.domain.period import Period
from jiping.programmes.personal_statement.choices import choice

_MONTHS = 12


def of_business_year(question: Question) -> Question:
    """Return the same question about the business year whose statements the project year sends."""
    year = question.period.year - int(question.pack.thresholds["ps_budget_lag_years"])
    return replace(question, period=Period.of_year(year))


def deadline(question: Question) -> date:
    """Return the last day on which a statement of the period asked about may be sent."""
    ends_after = 6 if choice(question, "ps_interest_policy") == "june_close" else 0
    months = question.period.last.month + ends_after + int(question.pack.thresholds["ps_deadline_months"]) - 1
    year, month = question.period.year + months // _MONTHS, months % _MONTHS + 1
    return date(year, month, monthrange(year, month)[1])
