"""Lock everything anew under the newest key, in small steps: stopped anywhere, it goes on where it was."""

from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Cast

from jiping.use_cases.field_keys import key_line
from jiping.web.vault.fields import BlindIndexField, EncryptedTextField, key_ring
from jiping.web.vault.keys import read_keys

BATCH = 500


def key_add(path: Path) -> str:
    """Append a fresh key to the file and return its name. Old keys stay: earlier backups need them."""
    number = len(read_keys(path).keys) + 1
    with path.open("a", encoding="ascii") as file:
        file.write(key_line(number))
    return f"k{number}"


def models_encrypted() -> Iterator[tuple[type[models.Model], tuple[EncryptedTextField, ...]]]:
    """Yield every model that holds encrypted texts, with these columns."""
    for model in apps.get_models():
        columns = tuple(each for each in model._meta.fields if isinstance(each, EncryptedTextField))  # noqa: SLF001
        if columns:
            yield model, columns


def rotate(model: type[models.Model], columns: tuple[EncryptedTextField, ...]) -> int:
    """Lock every row of `model` anew that is not yet under the newest key; return how many there were."""
    done = 0
    while step := _step(model, columns):
        done += step
    return done


@transaction.atomic
def _step(model: type[models.Model], columns: tuple[EncryptedTextField, ...]) -> int:
    newest = key_ring().newest.name
    outdated = Q()
    for each in columns:
        outdated |= Q(pk__in=_under_others(model, each, newest))
    rows = list(model._default_manager.select_for_update().filter(outdated)[:BATCH])  # noqa: SLF001
    names = [each.name for each in columns]
    names += [each.name for each in model._meta.fields if isinstance(each, BlindIndexField)]  # noqa: SLF001
    for row in rows:
        for each in columns:
            getattr(row, each.name)  # opened under the old key, locked under the newest by save
        row.save(update_fields=names)
    return len(rows)


def _under_others(
    model: type[models.Model], column: EncryptedTextField, newest: str
) -> models.QuerySet[models.Model, dict[str, object]]:
    text = Cast(column.name, models.TextField())
    told = model._default_manager.annotate(held=text).exclude(held=None)  # noqa: SLF001
    return told.exclude(held__startswith=f"{newest}:").values("pk")
