"""A worker killed by the system at any step: another goes on, nothing is lost, nothing done twice."""

import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from jiping.synthetic.county import County
from jiping.use_cases.generate import generate
from web.runs.killing import ask, begin_site, finish, kill_at, python

PREPARE = """
import django; django.setup()
from django.utils import timezone
from jiping.domain.roles import Role
from jiping.web.accounts.services import account_create, unit_create
from jiping.web.runs.services.asking import run_ask
at = timezone.localtime()
unit = unit_create(name="如皋市社会保险基金管理中心")
clerk = account_create(username="zhangmin", name="张敏", unit=unit, role=Role.CLERK, password="x", on=at.date(), must_change=False)
run_ask(job="statements", programme="personal_statement", year=2024, actor=clerk, at=at)
"""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with one queued run over a small county."""
    folder = begin_site(tmp_path_factory.mktemp("site"))
    generate(County(persons=2000), folder / "data", lambda _: None)
    python(folder, "-c", PREPARE)
    return folder


@pytest.mark.parametrize("step", ["查名册", "打印", "比对", "放行", "计量取数"])
def test_a_killed_worker_loses_nothing_and_does_nothing_twice(prepared: Path, tmp_path: Path, step: str) -> None:
    site = tmp_path / "site"
    shutil.copytree(prepared, site)
    kill_at(site, step)
    finish(site)
    assert ask(site, "SELECT state FROM runs_runrecord") == [("已办结",)]
    batches = ask(
        site,
        "SELECT first, count FROM runs_batchrecord b JOIN runs_steprecord s ON s.id = step_id WHERE title = '打印'",
    )
    pages = pq.read_table(site / "runs" / "1" / "manifest.parquet")
    assert sum(int(str(count)) for _, count in batches) == pages.num_rows
    assert len(set(pages.column("person").to_pylist())) == pages.num_rows
    printed = [each.name for each in sorted((site / "runs" / "1" / "print").iterdir())]
    assert printed == list(dict.fromkeys(pages.column("file").to_pylist()))
    assert len(ask(site, "SELECT 1 FROM runs_figurerecord WHERE code = 'PS02'")) == 1
