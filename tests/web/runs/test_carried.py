"""Runs carried through over real records: statements to an insured person's phone, a list to the bank, figures into a filing."""

import re
import sqlite3
from datetime import timedelta
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from django.conf import settings
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jiping.domain.errors import JipingError
from jiping.web.audit.models import EventRecord
from jiping.web.filings.models import FilingRecord
from jiping.web.filings.selectors import filing_whole
from jiping.web.filings.services.measuring import figures_take
from jiping.web.runs.models import DisputeRecord, RunRecord
from jiping.web.runs.selectors import files_of, folder_of
from jiping.web.runs.services.asking import run_ask
from jiping.web.runs.services.opening import step_open
from jiping.web.runs.services.steering import run_resume, run_stop
from jiping.web.runs.states import RunState
from jiping.web.runs.tasks.loop import once
from jiping.web.ui.patience import MOST
from web.conftest import NOW, account, browser_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def printed(site: None, records: Path) -> RunRecord:
    """The demo's run of statements, carried to its end."""
    assert once()
    run = RunRecord.objects.get()
    assert (run.state, run.fault) == (RunState.DONE, "")
    return run


class TestStatements:
    """The run itself, its page and its files."""

    def test_batches_figures_and_exceptions_are_written_down(self, printed: RunRecord) -> None:
        step = printed.steps.get(title="打印")
        assert step.done == step.total == sum(each.count for each in step.batches.all()) > 1000
        assert printed.figures.get(code="PS02").shown == "100%"
        assert {each.treatment for each in printed.exceptions.all()} <= {"窗口领取", "照常打印", "暂不打印"}

    def test_the_page_keeps_its_budget_of_queries(
        self, printed: RunRecord, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        clerk = browser_of("zhangmin")
        for path in ("/runs/", f"/runs/{printed.pk}/", "/surveys/"):
            with django_assert_max_num_queries(10):  # two of them are the session and its account
                assert clerk.get(path).status_code == 200

    def test_polling_ends_with_the_run(self, printed: RunRecord) -> None:
        answer = browser_of("zhangmin").get(f"/runs/{printed.pk}/live/", {"state": "办理中"})
        assert (answer.status_code, answer["HX-Refresh"]) == (286, "true")

    def test_files_go_to_the_unit_only_and_leave_a_mark(self, printed: RunRecord) -> None:
        path = f"/runs/{printed.pk}/files/ticket.json"
        answer = browser_of("zhangmin").get(path)
        assert answer.status_code == 200
        for close in answer._resource_closers:  # type: ignore[attr-defined]  # its own close would end the database's connection with it
            close()
        assert browser_of("zhoujianguo").get(path).status_code == 422
        assert browser_of("zhangmin").get(f"/runs/{printed.pk}/files/../../data/card.json").status_code in (404, 422)
        assert EventRecord.objects.filter(act="下载办理文件").count() == 1

    def test_a_class_of_exceptions_is_exported_with_numbers_masked(self, printed: RunRecord) -> None:
        each = printed.exceptions.all()[0]
        page = browser_of("zhangmin").get(f"/runs/{printed.pk}/exceptions/{each.pk}/").content.decode()
        assert len(page.splitlines()) == each.count + 1
        assert not re.search(r"\d{17}[\dX]", page)


class TestOwn:
    """The insured person's page."""

    @staticmethod
    def letter(run: RunRecord) -> dict[str, str]:
        """Return what the person types: the code on the letter, and the end of the own identity number."""
        page = pq.read_table(folder_of(run) / "manifest.parquet").slice(3, 1).to_pylist()[0]
        persons = pq.read_table(
            Path(settings.DATA_FOLDER) / "persons.parquet", filters=[("person", "=", page["person"])]
        )
        return {"code": page["code"], "tail": persons.column("id_number")[0].as_py()[-6:]}

    def test_code_and_tail_open_the_statement_and_its_pdf(self, printed: RunRecord) -> None:
        phone = Client()
        page = phone.post("/st/", self.letter(printed)).content.decode()
        assert "个人账户累计储存额" in page
        assert not re.search(r"\d{17}[\dX]", page)
        token = re.findall(r'name="token" value="([^"]+)"', page)[0]
        pdf = phone.post("/st/pdf/", {"token": token})
        assert pdf.content.startswith(b"%PDF-")

    def test_a_doubt_becomes_a_task_that_the_clerk_answers(self, printed: RunRecord) -> None:
        phone = Client()
        token = re.findall(r'value="([^"]+:[^"]+)"', phone.post("/st/", self.letter(printed)).content.decode())[0]
        told = {"token": token, "text": "8 月已缴费，没有记到账"}
        assert [phone.post("/st/dispute/", told).status_code for _ in range(2)] == [200, 422]
        dispute = DisputeRecord.objects.get()
        path = f"/runs/{printed.pk}/disputes/{dispute.pk}/"
        assert browser_of("liguoqiang").post(path, {"answer": "已补记"}).status_code == 422
        assert browser_of("zhangmin").post(path, {"answer": "已补记"}).status_code == 302

    def test_wrong_five_times_waits_even_with_the_right_number(self, printed: RunRecord) -> None:
        phone, letter = Client(), self.letter(printed)
        for _ in range(MOST):
            assert "不对" in phone.post("/st/", letter | {"tail": "000000"}).content.decode()
        assert "请等" in phone.post("/st/", letter).content.decode()

    def test_a_made_up_token_opens_nothing(self, printed: RunRecord) -> None:
        assert Client().post("/st/pdf/", {"token": "WzEsMV0:1:x"}).status_code == 422


class TestTaking:
    """From a run into the filing."""

    def test_a_clerk_takes_figures_with_their_receipts_and_no_score_changes(self, printed: RunRecord) -> None:
        filing = FilingRecord.objects.order_by("pk")[0]
        row = filing.indicators.get(level3="服务对象满意度")
        clerk = browser_of("zhangmin")
        assert "96.0%" in clerk.get(f"/eval/{filing.pk}/figures/").content.decode()
        assert clerk.post(f"/eval/{filing.pk}/figures/", {"row": [row.pk]}).status_code == 302
        taken = filing.indicators.get(pk=row.pk)
        assert (taken.actual or "").startswith("96.0%（n=")
        assert taken.score == row.score
        proof = taken.evidence.exclude(receipt="").get()
        page = clerk.get(f"/eval/{filing.pk}/receipt/{proof.receipt}/")
        assert page.status_code == 200
        assert not re.search(r"\d{17}[\dX]", page.content.decode())
        assert EventRecord.objects.get(act="从办理结果取数").after["receipt"] == proof.receipt

    def test_taken_again_the_receipt_is_replaced_not_doubled(self, printed: RunRecord) -> None:
        filing = FilingRecord.objects.order_by("pk")[0]
        row = filing.indicators.get(level3="目标任务实际完成率")

        def take() -> None:
            whole = filing_whole(account("zhangmin"), filing.pk)
            figures_take(record=whole, rows={row.pk}, actor=account("zhangmin"), at=NOW)

        take()
        with pytest.raises(JipingError, match="没有选要取的指标"):
            take()
        assert row.evidence.exclude(receipt="").count() == 1

    def test_a_leader_takes_nothing(self, printed: RunRecord) -> None:
        filing = FilingRecord.objects.order_by("pk")[0]
        row = filing.indicators.get(level3="目标任务实际完成率")
        assert browser_of("liguoqiang").post(f"/eval/{filing.pk}/figures/", {"row": [row.pk]}).status_code == 422


def test_a_list_goes_from_the_clerk_over_the_leader_to_the_bank_and_pays_each_once(site: None, records: Path) -> None:
    run_stop(run=RunRecord.objects.get(), actor=account("zhangmin"), at=NOW)
    run = run_ask(job="paying", programme="transfer_subsidy", year=2025, actor=account("zhangmin"), at=NOW)
    once()

    def act(position: int, username: str, days: int) -> RunRecord:
        step_open(run=run, position=position, actor=account(username), at=NOW + timedelta(days=days))
        once()
        return RunRecord.objects.get(pk=run.pk)

    assert act(1, "zhangmin", 0).state == RunState.WAITING
    early = act(2, "zhangmin", 1)
    assert early.state == RunState.FAILED
    assert "公示" in early.fault
    run_resume(run=run, actor=account("zhangmin"), at=NOW + timedelta(days=30))
    once()
    assert not [name for name in files_of(run) if "代发" in name]
    assert act(3, "liguoqiang", 30).state == RunState.WAITING
    assert act(4, "zhangmin", 30).state == RunState.DONE
    with sqlite3.connect(next((records / "payments").glob("*.sqlite*"))) as ledger:
        ((paid, keys),) = ledger.execute("SELECT count(*), count(DISTINCT person || kind || period) FROM payments")
        ((orders,),) = ledger.execute("SELECT count(*) FROM batches")
    ledger.close()
    assert paid == keys > 0
    assert orders == 1
    assert [name for name in files_of(run) if "代发" in name]
