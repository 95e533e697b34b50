"""Filings brought before a reviewer."""

import pytest

from jiping.domain.workflow import State
from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.models import FilingRecord
from web.conftest import account


@pytest.fixture
def reviewer(site: None) -> AccountRecord:
    """The department's reviewer."""
    return account("zhoujianguo")


@pytest.fixture
def waiting(site: None) -> FilingRecord:
    """A filing before the department, with nothing in it that must be mended."""
    return FilingRecord.objects.get(project="公共就业服务专项")


@pytest.fixture
def blocked(first: FilingRecord) -> FilingRecord:
    """A filing before the department with findings that must be mended, as when a rule was sharpened after it was sent."""
    FilingRecord.objects.filter(pk=first.pk).update(state=State.DEPARTMENT)
    return FilingRecord.objects.get(pk=first.pk)
