"""The trail: every act leaves a mark, the chain shows any touch, and the database refuses it in the first place."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import DatabaseError

from jiping.web.audit.models import EventRecord
from jiping.web.audit.selectors import first_break
from jiping.web.audit.services import event_append

AT = datetime(2025, 3, 21, 2, 42, tzinfo=UTC)


def acts(number: int) -> None:
    for each in range(number):
        event_append(act="填写", subject=f"第 {each} 项", actor=None, at=AT, after={"actual": "100%"})


@pytest.mark.django_db
def test_a_chain_nobody_touched_holds() -> None:
    acts(5)
    assert first_break() is None


@pytest.mark.django_db
@pytest.mark.parametrize("sql", ["UPDATE audit_eventrecord SET act = '改'", "DELETE FROM audit_eventrecord"])
def test_the_database_refuses_to_change_or_delete_an_event(sql: str) -> None:
    acts(2)
    with pytest.raises((IntegrityError, DatabaseError)), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert EventRecord.objects.count() == 2


@pytest.mark.django_db
def test_an_event_slipped_in_past_the_chain_is_found_with_its_number() -> None:
    acts(3)
    last = EventRecord.objects.order_by("-number")[0]
    EventRecord.objects.create(
        stream=last.stream,
        number=4,
        at=AT,
        actor="无",
        role="无",
        act="无",
        subject="无",
        previous=last.digest,
        digest="0" * 64,
    )
    assert first_break() == 4


@pytest.mark.django_db(transaction=False)
def test_an_event_is_refused_outside_the_transaction_of_its_act(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transaction.get_connection(), "in_atomic_block", False)
    with pytest.raises(RuntimeError):
        acts(1)
