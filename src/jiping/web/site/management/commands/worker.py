"""`manage worker`: carry out what people ask for, until stopped; `jiping serve` starts one beside the server."""

import os  # noqa: TID251 - whose child a process is only the system knows
from time import sleep
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from jiping.web.runs.tasks.loop import once, work

_REST = 1.0


class Command(BaseCommand):
    """Killed at any moment, it is followed by another that goes on behind the last whole batch."""

    help = "后台办理"
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--beside", type=int, help="这个进程结束，后台也结束")
        parser.add_argument("--once", action="store_true", help="办完现在排队的就结束")

    def handle(self, *_: Any, **told: Any) -> None:
        if told["once"]:
            while once():
                pass
            return

        def rest() -> bool:
            sleep(_REST)
            return told["beside"] is None or os.getppid() == told["beside"]

        work(rest)
