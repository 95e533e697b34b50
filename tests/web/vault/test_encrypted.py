"""Encrypted columns: nothing plain reaches the database, a moved value does not open, a rotation loses nobody."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection, models, transaction
from django.test.utils import isolate_apps
from hypothesis import given
from hypothesis import strategies as st

from jiping.domain.errors import JipingError
from jiping.web.audit.models import EventRecord
from jiping.web.audit.revealing import secret_reveal
from jiping.web.vault.fields import BlindIndexField, EncryptedTextField, found_by
from jiping.web.vault.keys import read_keys
from jiping.web.vault.rotation import key_add, rotate
from jiping.web.vault.sealing import blind, seal, unseal
from jiping.web.vault.secret import mask_account, mask_identity, mask_name, mask_phone
from web.conftest import NOW, account

IDENTITY = "11010519491231002X"
TABLE = "vault_person"


@pytest.fixture(autouse=True)
def keys(tmp_path: Path, settings: Any) -> Path:
    copy = tmp_path / "field.keys"
    copy.write_bytes(settings.KEYS_FILE.read_bytes())
    settings.KEYS_FILE = copy
    return copy


@pytest.fixture
def person(db: None) -> Iterator[Any]:
    """A table of persons, there for one test."""
    with isolate_apps("jiping.web.ui"):

        class Person(models.Model):  # noqa: DJ008
            id = models.UUIDField(primary_key=True, default=uuid4)
            identity = EncryptedTextField("公民身份号码", mask=mask_identity)
            identity_index = BlindIndexField("identity")
            phone = EncryptedTextField("电话", mask=mask_phone, null=True)

            class Meta:
                app_label = "ui"
                db_table = TABLE
                verbose_name = "参保人"

        with connection.cursor() as cursor:
            kind = "char(32)" if connection.vendor == "sqlite" else "uuid"
            cursor.execute(
                f"CREATE TABLE {TABLE} (id {kind} PRIMARY KEY, identity text, identity_index varchar(80), phone text)"
            )
        yield Person
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TABLE {TABLE}")


def stored() -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT identity, identity_index, phone FROM {TABLE} ORDER BY id")
        return list(cursor.fetchall())


def test_the_database_holds_nothing_plain_and_the_record_shows_itself_masked(person: Any) -> None:
    made = person.objects.create(identity=IDENTITY, phone="13800001234")
    assert not any(plain in str(stored()) for plain in (IDENTITY, "19491231", "13800001234"))
    seen = person.objects.get(pk=made.pk)
    assert (str(seen.identity), str(seen.phone)) == ("110105********002X", "138****1234")
    assert seen.identity.plain == IDENTITY
    assert IDENTITY not in repr(seen.__dict__)


def test_absent_stays_absent(person: Any) -> None:
    person.objects.create(identity=IDENTITY)
    assert person.objects.get().phone is None


def test_a_person_is_found_by_the_number_however_it_is_typed(person: Any) -> None:
    person.objects.create(identity=IDENTITY)
    assert person.objects.filter(found_by("identity_index", "１１０１０５19491231002x ")).count() == 1
    assert person.objects.filter(found_by("identity_index", "110105194912310021")).count() == 0


def test_a_value_moved_to_another_person_does_not_open(person: Any) -> None:
    one, other = (person.objects.create(identity=each) for each in (IDENTITY, "110105194912310038"))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT identity FROM {TABLE} WHERE identity_index = %s", [one.identity_index])
        (taken,) = cursor.fetchone()
        cursor.execute(f"UPDATE {TABLE} SET identity = %s WHERE identity_index = %s", [taken, other.identity_index])
    with pytest.raises(JipingError, match="打不开"):
        str(person.objects.get(pk=other.pk).identity)


def test_a_plain_text_cannot_slip_in_past_the_record(person: Any) -> None:
    made = person.objects.create(identity=IDENTITY)
    with pytest.raises(TypeError), transaction.atomic():
        person.objects.update(identity="123")
    made.identity = "456"
    with pytest.raises(TypeError), transaction.atomic():
        person.objects.bulk_update([made], ["identity"])
    person.objects.bulk_create([person(identity="789")])
    assert "789" not in str(stored()[0][0]) + str(stored()[1][0])


def test_after_a_rotation_all_is_under_the_new_key_and_the_old_may_be_needed_no_more(person: Any, keys: Path) -> None:
    for number in range(1203):
        person.objects.create(identity=f"{number:018d}")
    assert key_add(keys) == "k2"
    assert person.objects.filter(found_by("identity_index", f"{7:018d}")).count() == 1  # before, too
    columns = tuple(each for each in person._meta.fields if isinstance(each, EncryptedTextField))
    assert rotate(person, columns) == 1203
    assert rotate(person, columns) == 0
    assert all(identity.startswith("k2:") and index.startswith("k2:") for identity, index, _ in stored())
    keys.write_text(keys.read_text(encoding="ascii").splitlines()[1] + "\n", encoding="ascii")
    assert person.objects.filter(found_by("identity_index", f"{7:018d}")).get().identity.plain == f"{7:018d}"


def test_a_lost_key_is_told_with_its_name(person: Any, keys: Path) -> None:
    person.objects.create(identity=IDENTITY)
    key_add(keys)
    keys.write_text(keys.read_text(encoding="ascii").splitlines()[1] + "\n", encoding="ascii")
    with pytest.raises(JipingError, match="没有密钥 k1"):
        str(person.objects.get().identity)


def test_seeing_the_whole_number_leaves_a_mark_without_the_number(site: None, person: Any) -> None:
    made = person.objects.create(identity=IDENTITY)
    seen = secret_reveal(record=made, field="identity", actor=account("zhangmin"), reason="核对电话", at=NOW)
    assert seen == IDENTITY
    event = EventRecord.objects.order_by("-number")[0]
    assert (event.act, event.actor) == ("查看完整内容", "张敏（zhangmin）")
    assert event.after == {"shown": "110105********002X", "reason": "核对电话"}


def test_a_model_whose_key_the_database_chooses_is_refused_by_the_system_check() -> None:
    with isolate_apps("jiping.web.ui"):

        class Numbered(models.Model):  # noqa: DJ008
            identity = EncryptedTextField()

            class Meta:
                app_label = "ui"

        assert [each.msg for each in Numbered.check() if "encrypted" in each.msg]


@given(st.text(), st.text(min_size=1))
def test_a_text_opens_where_it_was_locked_and_nowhere_else(text: str, cell: str) -> None:
    ring = read_keys(settings.KEYS_FILE)
    sealed = seal(text, cell, ring.newest)
    assert unseal(sealed, cell, ring) == text
    with pytest.raises(JipingError):
        unseal(sealed, f"{cell}.", ring)


def test_equal_texts_are_locked_unlike_and_indexed_alike() -> None:
    key = read_keys(settings.KEYS_FILE).newest
    assert seal("同", "a.b.1", key) != seal("同", "a.b.1", key)
    assert blind("同", key) == blind(" 同", key)


def test_masks_leave_what_tells_people_apart_and_no_more() -> None:
    assert mask_name("张敏") == "张*"
    assert mask_account("6222020200112233445") == "**** 3445"
    assert mask_identity("E12345678") == "********8"
