"""`manage doctor`: look at everything, tell what is not well and what to do; 0 all well, 1 to be watched, 2 not well."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from jiping.web.site.checkup.run import thorough
from jiping.web.site.checkup.sign import Health

_CODES = {Health.GOOD: 0, Health.WARN: 1, Health.BAD: 2}


class Command(BaseCommand):
    """Called by `jiping doctor`."""

    help = "检查安装"
    requires_system_checks = ()

    def handle(self, *_: Any, **__: Any) -> None:
        worst = 0
        for sign in thorough(timezone.localtime()):
            worst = max(worst, _CODES[sign.health])
            self.stdout.write(f"{sign.health}　{sign.title}：{sign.seen}")
            if sign.remedy:
                self.stdout.write(f"　　　办法：{sign.remedy}")
        sys.exit(worst)
