"""The review board over a hundred thousand filings: p50 and p95 of the whole answer, on SQLite or a named PostgreSQL.

`JIPING_BENCH_DATABASE=postgresql://… python -m benchmarks board` measures another database; it must be empty.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import TYPE_CHECKING

from rich.table import Table

if TYPE_CHECKING:  # the apps exist only once Django is set up
    from jiping.web.accounts.models import UnitRecord
    from jiping.web.filings.models import FilingRecord

COUNT, YEAR = 100_000, 2024
_DEPARTMENTS, _UNITS_EACH, _BATCH = 40, 50, 2_000
_REPETITIONS = 30
_AT = datetime(2025, 4, 9, tzinfo=UTC)
_PLACES = (
    ("bureau", "待我审核", "/review/"),
    ("bureau", "应报项目", "/review/?view=all"),
    ("bureau", "应报项目最后一页", "/review/?view=all&page=10000"),
    ("bureau", "自评与复算不一致", "/review/?view=differs"),
    ("bureau", "按名称查找", "/review/?view=all&q=第 777 "),
    ("bureau", "金额与问题", "/review/?view=all&amount=1000 万元以上&problem=clean"),
    ("bureau", "一个主管部门", "/review/?view=all&unit=1/2/"),
    ("department", "主管部门的待审", "/review/"),
)


def measure() -> Table:
    """Return what each address takes."""
    database = os.environ.get("JIPING_BENCH_DATABASE", "sqlite:///jiping.sqlite3")
    sheet = Table(title=f"审核台，{COUNT:,} 份自评，{database.split(':', 1)[0]}（毫秒）")
    sheet.add_column("页面")
    for head in ("p50", "p95", "CPU p50", "查询"):
        sheet.add_column(head, justify="right")
    with tempfile.TemporaryDirectory() as name:
        _set_up(Path(name), database)
        ask = _asking()
        for who, title, place in _PLACES:
            sheet.add_row(f"{title}（{who}）", *ask(who, place))
    return sheet


def _set_up(folder: Path, database: str) -> None:
    (folder / "secret.key").write_text("for-measuring-only-" * 4, encoding="ascii")
    (folder / "config.toml").write_text(f'database = "{database}"\ndemo = true\n', encoding="utf-8")
    (folder / "static").mkdir()
    os.environ |= {
        "JIPING_CONFIG": str(folder / "config.toml"),
        "DJANGO_SETTINGS_MODULE": "jiping.web.site.settings",
    }
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    _fill()


def _fill() -> None:
    from django.db import connection

    from jiping.domain.roles import Role
    from jiping.web.accounts.models import AccountRecord
    from jiping.web.accounts.services import unit_create
    from jiping.web.filings.models import FilingRecord

    top = unit_create(name="财政局")
    departments = [unit_create(name=f"第 {each} 主管部门", parent=top) for each in range(_DEPARTMENTS)]
    for role, unit in ((Role.BUREAU, top), (Role.DEPARTMENT, departments[0])):
        AccountRecord.objects.create(
            username=role.value, name=role.value, unit=unit, role=role, must_change_password=False
        )
    units = [
        unit_create(name=f"第 {number} 单位", parent=department)
        for number, department in enumerate(departments * _UNITS_EACH)
    ]
    rows = _rows(units)
    while batch := list(islice(rows, _BATCH)):
        FilingRecord.objects.bulk_create(batch)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


def _rows(units: "list[UnitRecord]") -> "Iterator[FilingRecord]":
    from jiping.domain.workflow import State
    from jiping.web.filings.models import FilingRecord

    random, states = Random(YEAR), list(State)
    for number in range(COUNT):
        stated = Decimal(random.choice((80, 88, 92, 95, 97, 98, 98, 99, 99, 99, 99, 100)))
        total = stated + Decimal(random.choice(("0", "0", "0.8", "0.9", "-2.1", "-4")))
        must = random.choice((0, 0, 0, 1, 2))
        yield FilingRecord(
            unit=units[number % len(units)],
            project=f"第 {number // len(units)} 项业务经费（{number % 911} 号）",
            unit_name=f"第 {number % len(units)} 单位",
            year=YEAR,
            state=random.choices(states, (4, 3, 40, 20, 5, 20, 8))[0],
            summary_amount=Decimal(random.randint(1, 300_000)) / 100,
            summary_stated=stated,
            summary_total=total,
            summary_points=int(stated),
            summary_differs=stated != total,
            summary_must=must,
            summary_doubt=random.randint(0, 5),
            summary_proven=random.randint(10, 20),
            summary_rows=20,
            saved_at=_AT,
        )


def _asking() -> Callable[[str, str], tuple[str, str, str, str]]:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from jiping.web.accounts.models import AccountRecord

    def ask(who: str, place: str) -> tuple[str, str, str, str]:
        client = Client(HTTP_HOST="localhost")
        backend = "django.contrib.auth.backends.ModelBackend"
        client.force_login(AccountRecord.objects.get(username=who), backend=backend)
        with CaptureQueriesContext(connection) as caught:
            answer = client.get(place)
        queries = len(caught)
        if answer.status_code != 200:
            raise SystemExit(f"{place}：{answer.status_code}")
        walls, cpus = [], []
        for _ in range(_REPETITIONS):
            wall, cpu = time.perf_counter(), time.process_time()
            client.get(place)
            walls.append((time.perf_counter() - wall) * 1000)
            cpus.append((time.process_time() - cpu) * 1000)
        return f"{median(walls):.0f}", f"{quantiles(walls, n=20)[-1]:.0f}", f"{median(cpus):.0f}", str(queries)

    return ask
