"""A draw can be made again by anyone, and its record cannot be changed."""

import json
from hashlib import sha256

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError, IntegrityError

from jiping.domain.errors import JipingError
from jiping.web.review.models import DrawnRecord, DrawRecord
from jiping.web.review.services.drawing import draw_make
from web.conftest import NOW, account


def draw(seed: str, total: int | None = None) -> DrawRecord:
    return draw_make(year=2024, seed=seed, total=total, actor=account("caizheng"), at=NOW)


def drawn_by(record: DrawRecord) -> list[str]:
    return [each.filing.project for each in record.filings.all()]


def test_the_same_seed_draws_the_same_and_the_record_says_how(site: None) -> None:
    one, other = draw("20250321", 2), draw("20250321", 2)
    told = json.loads(one.content)
    assert drawn_by(one) == drawn_by(other)
    assert one.digest == sha256("\n".join(told["frame"]).encode()).hexdigest()
    for each, line in zip(one.filings.all(), told["drawn"], strict=True):
        (framed,) = (row for row in told["frame"] if row.split("\t")[3] == line["file"])
        assert each.ticket == sha256(f"20250321|{framed}".encode()).hexdigest()


def test_only_what_is_handed_in_is_drawn_from(site: None) -> None:
    assert draw("1").population == 4


@pytest.mark.parametrize("username", ["zhoujianguo", "shenji", "zhangmin"])
def test_only_the_bureau_draws(site: None, username: str) -> None:
    with pytest.raises(JipingError, match="财政部门"):
        draw_make(year=2024, seed="1", total=None, actor=account(username), at=NOW)


def test_a_draw_needs_a_seed_and_something_to_draw_from(site: None) -> None:
    with pytest.raises(JipingError, match="种子"):
        draw(" ")
    with pytest.raises(JipingError, match="还没有报送"):
        draw_make(year=2023, seed="1", total=None, actor=account("caizheng"), at=NOW)


@pytest.mark.parametrize("table", ["review_drawrecord", "review_drawnrecord"])
def test_the_database_refuses_to_change_a_draw(site: None, table: str) -> None:
    number = DrawnRecord.objects.count()
    with pytest.raises((IntegrityError, DatabaseError)), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table}")
    assert DrawnRecord.objects.count() == number
