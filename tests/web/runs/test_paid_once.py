"""A worker killed while it seals a list or sends it: everybody on the list is paid once."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from jiping.synthetic.county import County
from jiping.use_cases.generate import generate
from web.runs.killing import ask, begin_site, finish, kill_at, python

PREPARE = """
import django; django.setup()
from datetime import timedelta
from django.utils import timezone
from jiping.domain.roles import Role
from jiping.web.accounts.models import AccountRecord
from jiping.web.accounts.services import account_create, unit_create
from jiping.web.runs.models import RunRecord
from jiping.web.runs.services.asking import run_ask
from jiping.web.runs.services.opening import step_open
from jiping.web.runs.tasks.loop import once
at = timezone.localtime().replace(year=2025, month=3, day=21)
unit = unit_create(name="如皋市社会保险基金管理中心")
for username, role in (("clerk", Role.CLERK), ("leader", Role.LEADER)):
    account_create(username=username, name=username, unit=unit, role=role, password="x", on=at.date(), must_change=False)
clerk = AccountRecord.objects.get(username="clerk")
run = run_ask(job="paying", programme="transfer_subsidy", year=2025, actor=clerk, at=at)
once()
step_open(run=run, position=1, actor=clerk, at=at)
once()
step_open(run=run, position=2, actor=clerk, at=at + timedelta(days=30))
"""
APPROVE = """
import django; django.setup()
from datetime import timedelta
from django.utils import timezone
from jiping.web.accounts.models import AccountRecord
from jiping.web.runs.models import RunRecord
from jiping.web.runs.services.opening import step_open
from jiping.web.runs.tasks.loop import once
at = timezone.localtime().replace(year=2025, month=4, day=21)
run = RunRecord.objects.get()
step_open(run=run, position=3, actor=AccountRecord.objects.get(username="leader"), at=at)
once()
step_open(run=run, position=4, actor=AccountRecord.objects.get(username="clerk"), at=at)
"""


@pytest.fixture(scope="module")
def posted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose list has hung for its term and is about to be sealed."""
    folder = begin_site(tmp_path_factory.mktemp("site"))
    generate(County(persons=3000), folder / "data", lambda _: None)
    python(folder, "-c", PREPARE)
    return folder


@pytest.mark.parametrize("step", ["复核封存", "送银行"])
def test_a_killed_worker_pays_nobody_twice(posted: Path, tmp_path: Path, step: str) -> None:
    site = tmp_path / "site"
    shutil.copytree(posted, site)
    if step == "复核封存":
        kill_at(site, step)
    finish(site)
    python(site, "-c", APPROVE)
    if step == "送银行":
        kill_at(site, step)
    finish(site)
    assert ask(site, "SELECT state FROM runs_runrecord") == [("已办结",)]
    ledger = sqlite3.connect(site / "data" / "payments" / "ledger.sqlite")
    ((rows, people),) = ledger.execute("SELECT count(*), count(DISTINCT person || kind || period) FROM payments")
    ((attempts, orders),) = ledger.execute("SELECT (SELECT count(*) FROM attempts), (SELECT count(*) FROM batches)")
    ledger.close()
    assert rows == people == attempts > 0
    assert orders == 1
    assert len(list((site / "runs" / "1").glob("代发-*"))) == 1
