"""Watch a run in a real browser: the page follows it by itself to the end, and the statement it prints opens on a phone."""

from pathlib import Path

import pyarrow.parquet as pq
from django.conf import settings

from jiping.web.runs.models import RunRecord
from jiping.web.runs.selectors import folder_of
from jiping.web.runs.states import RunState
from jiping.web.runs.tasks.loop import once
from web.browser import SIZES, Visitor


def test_the_page_follows_a_run_by_itself(visitor: Visitor, records: Path) -> None:
    run = RunRecord.objects.get()
    visitor.log_in("zhangmin", "Jiping-demo-2024")
    visitor.open(f"/runs/{run.pk}/")
    with visitor.page.expect_response("**/live/**"):
        pass  # the next question comes in two seconds: no page reads while the test writes
    RunRecord.objects.update(state=RunState.PAUSED)
    visitor.page.locator(".pill", has_text="已暂停").wait_for()
    RunRecord.objects.update(state=RunState.QUEUED)
    once()
    visitor.open(f"/runs/{run.pk}/")
    visitor.page.locator(".pill", has_text="已办结").wait_for()
    for width, height in SIZES:
        visitor.page.set_viewport_size({"width": width, "height": height})
        assert visitor.serious_faults() == []
    _open_a_statement(visitor, run)


def _open_a_statement(visitor: Visitor, run: RunRecord) -> None:
    letter = pq.read_table(folder_of(run) / "manifest.parquet").slice(3, 1).to_pylist()[0]
    persons = Path(settings.DATA_FOLDER) / "persons.parquet"
    number = pq.read_table(persons, filters=[("person", "=", letter["person"])]).column("id_number")[0].as_py()
    visitor.open("/st/")
    visitor.page.fill("input[name=code]", letter["code"])
    visitor.page.fill("input[name=tail]", number[-6:])
    visitor.page.click("button.act")
    visitor.page.get_by_text("个人账户累计储存额").wait_for()
    assert visitor.serious_faults() == []
