"""`manage restored`: the files of a backup are in place; load its database, bring it up to date, prove the trail."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.utils import timezone

from jiping.domain.errors import JipingError
from jiping.web.audit.selectors import first_break
from jiping.web.audit.services import event_append
from jiping.web.site.database import bring_up_to_date
from jiping.web.site.dumping import database_load


class Command(BaseCommand):
    """Called by `jiping restore`."""

    help = "恢复站点"
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--archive", required=True)
        parser.add_argument("--force", action="store_true")

    def handle(self, *_: Any, **told: Any) -> None:
        database_load(settings.SITE_FOLDER, force=told["force"])
        bring_up_to_date()
        broken = first_break()
        if broken is not None:
            raise JipingError(
                f"已恢复，但备份里的留痕第 {broken} 条起不连续。",
                why="备份之前已经有人动过数据库。",
                remedy="请报告审计管理员，并用更早的备份核对。",
            )
        with transaction.atomic():
            event_append(act="恢复站点", subject=told["archive"], actor=None, at=timezone.localtime())
        config = settings.CONFIG_FILE
        self.stdout.write(f"已恢复到 {config.parent}，留痕连续。\n打开：jiping serve --config {config}")
