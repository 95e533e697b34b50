"""A draw can be made again by anyone, and its record cannot be changed."""

import json
from decimal import Decimal
from hashlib import sha256

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError, IntegrityError

from jiping.domain.errors import JipingError
from jiping.domain.workflow import State
from jiping.web.filings.models import FilingRecord
from jiping.web.review.models import DrawnRecord, DrawRecord
from jiping.web.review.services.drawing import draw_make
from jiping.web.review.services.rescoring import Told, rescoring_save
from web.conftest import NOW, account


@pytest.fixture(autouse=True)
def four_at_the_bureau(site: None) -> None:
    """Let the department have passed all it had."""
    FilingRecord.objects.filter(state=State.DEPARTMENT).update(state=State.BUREAU)


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


def test_only_what_has_come_to_the_bureau_is_drawn_from(site: None) -> None:
    assert draw("1").population == 4


def test_the_bureau_may_rescore_what_was_drawn_even_after_it_passed(site: None) -> None:
    passed, bureau = FilingRecord.objects.get(project="就业失业登记"), account("caizheng")
    others = FilingRecord.objects.exclude(pk=passed.pk).filter(state=State.BUREAU)
    others.update(state=State.DEPARTMENT)
    assert drawn_by(draw("1")) == [passed.project]
    told = (Told(passed.indicators.all()[0].pk, "", Decimal(9), "抽查"),)
    assert rescoring_save(record=passed, told=told, actor=bureau, at=NOW).score == 99


def test_what_was_not_drawn_is_not_rescored_out_of_turn(site: None) -> None:
    home = FilingRecord.objects.get(project="技能提升行动补贴")
    told = (Told(home.indicators.all()[0].pk, "", Decimal(9), "抽查"),)
    with pytest.raises(JipingError, match="没有抽中"):
        rescoring_save(record=home, told=told, actor=account("caizheng"), at=NOW)


@pytest.mark.parametrize("username", ["zhoujianguo", "shenji", "zhangmin"])
def test_only_the_bureau_draws(site: None, username: str) -> None:
    with pytest.raises(JipingError, match="财政部门"):
        draw_make(year=2024, seed="1", total=None, actor=account(username), at=NOW)


def test_a_draw_needs_a_seed_and_something_to_draw_from(site: None) -> None:
    with pytest.raises(JipingError, match="种子"):
        draw(" ")
    with pytest.raises(JipingError, match="还没有报到财政"):
        draw_make(year=2023, seed="1", total=None, actor=account("caizheng"), at=NOW)


@pytest.mark.parametrize("table", ["review_drawrecord", "review_drawnrecord"])
def test_the_database_refuses_to_change_a_draw(site: None, table: str) -> None:
    number = DrawnRecord.objects.count()
    with pytest.raises((IntegrityError, DatabaseError)), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table}")
    assert DrawnRecord.objects.count() == number
