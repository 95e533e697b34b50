"""Somebody hands a filing in while another's save is on its way."""

import pytest

from jiping.domain.errors import JipingError
from jiping.domain.workflow import State
from jiping.web.filings.models import FilingRecord
from jiping.web.filings.services.cells import Cell, cell_save
from web.conftest import NOW, account


def test_a_late_save_is_refused_and_does_not_take_the_handing_in_back(first: FilingRecord) -> None:
    read_before = FilingRecord.objects.get(pk=first.pk)
    FilingRecord.objects.filter(pk=first.pk).update(state=State.APPROVAL)
    row = first.indicators.all()[0]
    with pytest.raises(JipingError, match="不能修改"):
        cell_save(
            record=read_before, cell=Cell(row.pk, row.version, "actual", "晚了"), actor=account("zhangmin"), at=NOW
        )
    assert FilingRecord.objects.get(pk=first.pk).state == State.APPROVAL
