"""`manage serve`: bring the database up to date, gather the static files, fill a demo, and serve until stopped."""

from multiprocessing import cpu_count
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from jiping.web.site.companion import worker_beside
from jiping.web.site.database import bring_up_to_date
from jiping.web.site.server import run


class Command(BaseCommand):
    """Called by `jiping serve`."""

    help = "打开网页版"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *_: Any, **told: Any) -> None:
        bring_up_to_date()
        call_command("clearsessions")
        call_command("collectstatic", interactive=False, verbosity=0)
        if settings.DEMO:
            call_command("demo_site")
        self.stdout.write(f"绩评已打开：http://{told['host']}:{told['port']}/　按 Ctrl-C 停止。")
        with worker_beside():
            run(told["host"], told["port"], workers=cpu_count() + 1)
