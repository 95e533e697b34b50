"""Columns that hold their text encrypted, and the index column by which one finds it.

    identity = EncryptedTextField("公民身份号码", mask=mask_identity)
    identity_index = BlindIndexField("identity")

A record's attribute is a Secret. The primary key is part of what is locked, so the model must choose it before saving
(UUIDField with a default). `bulk_create` works; `update` and `bulk_update` are refused, for they know no record.
"""

from typing import Any

from django.conf import settings
from django.core import checks
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from jiping.web.vault.keys import KeyRing, read_keys
from jiping.web.vault.sealing import blind, blind_any, seal, unseal
from jiping.web.vault.secret import Mask, Secret, mask_whole


class Sealed(str):
    """The text as the database holds it."""

    __slots__ = ()


def key_ring() -> KeyRing:
    """Return the keys of this site."""
    return read_keys(settings.KEYS_FILE)


class _Opened(DeferredAttribute):
    """Open the text when it is asked for: only the record knows its own key."""

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        held = super().__get__(instance, cls)
        if not isinstance(held, Sealed):
            return held
        opened = Secret(unseal(held, self.field.cell(instance), key_ring()), self.field.mask)  # type: ignore[attr-defined]
        instance.__dict__[self.field.attname] = opened
        return opened

    def __set__(self, instance: Any, value: Any) -> None:
        plain = value if value is None or isinstance(value, Sealed | Secret) else Secret(str(value), self.field.mask)  # type: ignore[attr-defined]
        instance.__dict__[self.field.attname] = plain


class EncryptedTextField(models.TextField):  # type: ignore[type-arg]  # Django's fields take no parameters at run time
    """A text encrypted with AES-256-GCM; `mask` says how much of it is shown."""

    descriptor_class = _Opened

    def __init__(self, *words: Any, mask: Mask = mask_whole, **told: Any) -> None:
        self.mask = mask
        super().__init__(*words, **told)

    def deconstruct(self) -> Any:
        name, path, words, told = super().deconstruct()
        return name, path, words, {**told, "mask": self.mask}

    def cell(self, instance: models.Model) -> str:
        """Return table.column.pk: where the text belongs."""
        return f"{instance._meta.db_table}.{self.column}.{instance.pk}"  # noqa: SLF001 - Django's documented door

    def from_db_value(self, value: str | None, *_: Any) -> Sealed | None:
        return None if value is None else Sealed(value)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: ARG002 - Django's signature
        held = model_instance.__dict__.get(self.attname)
        if held is None or isinstance(held, Sealed):  # a text nobody opened stays as it is
            return held
        return Sealed(seal(held.plain, self.cell(model_instance), key_ring().newest))

    def get_prep_value(self, value: Any) -> Any:
        if value is None or isinstance(value, Sealed):
            return value
        raise TypeError(f"{self.name}: an encrypted text is saved with its record and looked up by its index")

    def check(self, **told: Any) -> list[checks.CheckMessage]:
        found = super().check(**told)
        if isinstance(self.model._meta.pk, models.AutoField):  # noqa: SLF001
            hint = "Use UUIDField(primary_key=True, default=uuid4)."
            found.append(checks.Error("An encrypted text needs a key chosen before saving.", hint=hint, obj=self))
        return found


class BlindIndexField(models.CharField):  # type: ignore[type-arg]
    """The blind index of the encrypted text `of` in the same record; kept up to date by itself."""

    def __init__(self, of: str, **told: Any) -> None:
        self.of = of
        super().__init__(**{"max_length": 80, "db_index": True, "editable": False, "null": True, **told})

    def deconstruct(self) -> Any:
        name, path, words, told = super().deconstruct()
        return name, path, [*words], {**told, "of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: ARG002 - Django's signature
        secret: Secret | None = getattr(model_instance, self.of)
        value = None if secret is None else blind(secret.plain, key_ring().newest)
        setattr(model_instance, self.attname, value)
        return value


def found_by(index: str, text: str) -> models.Q:
    """Return the condition under which the column `index` is that of `text`: `Person.objects.filter(found_by(…))`."""
    return models.Q(**{f"{index}__in": blind_any(text, key_ring())})
