"""`manage rekey`: a fresh key, and everything encrypted locked anew under it."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.utils import timezone

from jiping.web.audit.services import event_append
from jiping.web.vault.fields import key_ring
from jiping.web.vault.rotation import key_add, models_encrypted, rotate


class Command(BaseCommand):
    """Called by `jiping rekey`; `--resume` goes on with the newest key after an interruption."""

    help = "更换加密密钥"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--resume", action="store_true")

    def handle(self, *_: Any, **told: Any) -> None:
        name = key_ring().newest.name if told["resume"] else key_add(settings.KEYS_FILE)
        counts = {str(model._meta.verbose_name): rotate(model, columns) for model, columns in models_encrypted()}  # noqa: SLF001
        with transaction.atomic():
            event_append(act="更换加密密钥", subject=name, actor=None, at=timezone.localtime(), after=dict(counts))
        for model, count in counts.items():
            self.stdout.write(f"{model}：{count} 条已用新密钥 {name} 加密。")
        self.stdout.write(
            f"已换用密钥 {name}。旧密钥仍留在 {settings.KEYS_FILE.name}：以前的备份要用。请马上做一次备份。"
        )
