"""An approved project with 60 000.00 yuan of budget, all of it come in."""

from datetime import date

import pytest

from jiping.web.accounts.models import AccountRecord
from jiping.web.funds.models import FundLineRecord
from jiping.web.funds.services.booking import Entry, arrival_add, budget_add
from jiping.web.projects.models import ProjectRecord
from web.conftest import NOW
from web.projects.conftest import approved, cashier, clerk, draft, leader, second_leader

__all__ = ["approved", "cashier", "clerk", "draft", "leader", "second_leader"]
BUDGET = 6_000_000


@pytest.fixture
def unpaid(approved: ProjectRecord, clerk: AccountRecord) -> FundLineRecord:
    """A budget of which nothing has come in."""
    entry = Entry(BUDGET, date(2024, 1, 5), "批复1")
    return budget_add(project=approved, source="当年财政拨款", entry=entry, actor=clerk, at=NOW)


@pytest.fixture
def line(unpaid: FundLineRecord, clerk: AccountRecord) -> FundLineRecord:
    arrival_add(line=unpaid, entry=Entry(BUDGET, date(2024, 2, 5), "到1"), actor=clerk, at=NOW)
    return unpaid
