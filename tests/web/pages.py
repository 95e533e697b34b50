"""The table of every address: method, arguments, and the roles it answers; all others are told it is not there."""

from typing import Any

from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.models import FilingRecord, TaskRecord
from jiping.web.review.models import DrawRecord
from jiping.web.runs.models import RunRecord
from jiping.web.surveys.codes import code_of, digest_of
from jiping.web.surveys.models import CodeRecord, SurveyRecord
from web.page import EVALUATORS, STAFF, Page
from web.pages_of_money import MONEY_PAGES


def of_filing(filing: FilingRecord) -> dict[str, Any]:
    return {"pk": filing.pk}


def of_row(filing: FilingRecord) -> dict[str, Any]:
    return {"pk": filing.pk, "row": filing.indicators.all()[0].pk}


def of_section(filing: FilingRecord) -> dict[str, Any]:
    return {"pk": filing.pk, "section": filing.sections.all()[0].pk}


def _open_unit(filing: FilingRecord) -> dict[str, Any]:
    return {"year": filing.year, "unit": filing.unit_id}


def _run(_: FilingRecord) -> dict[str, Any]:
    return {"pk": RunRecord.objects.earliest("pk").pk}


def _survey(filing: FilingRecord) -> dict[str, Any]:
    told = {"title": "满意度", "pack": "rugao-2024", "drawn_on": filing.saved_at, "closes_on": "2025-12-31"}
    told |= {"asked_at": filing.saved_at}
    survey, _ = SurveyRecord.objects.get_or_create(
        unit=filing.unit, programme="handbook", year=filing.year, defaults=told
    )
    return {"pk": survey.pk}


def _code(filing: FilingRecord) -> dict[str, Any]:
    survey = _survey(filing)["pk"]
    code = code_of(survey, 1)
    CodeRecord.objects.get_or_create(survey_id=survey, number=1, digest=digest_of(code))
    return {"code": code}


def _cell(filing: FilingRecord) -> dict[str, Any]:
    row = filing.indicators.all()[0]
    return {"version": row.version, "column": "actual", "text": "很充分"}


def _finding(_: FilingRecord) -> dict[str, Any]:
    return {"code": "FU01", "where": "一、项目概况", "reason": "另有说明"}


def _task(_: FilingRecord) -> dict[str, Any]:
    return {"pk": TaskRecord.objects.order_by("pk")[0].pk}


def _draw(_: FilingRecord) -> dict[str, Any]:
    return {"pk": DrawRecord.objects.order_by("pk")[0].pk}


REVIEWERS = EVALUATORS[2:4]
NOT_THEIR_TURN = dict.fromkeys(REVIEWERS, 422)  # they see the filing while it is at home, and are told to wait


def of_leader(_: FilingRecord) -> dict[str, Any]:
    return {"pk": AccountRecord.objects.get(username="liguoqiang").pk}


def _new_account(filing: FilingRecord) -> dict[str, Any]:
    return {"unit": filing.unit_id, "username": "wangwu", "name": "王五", "role": "clerk"}


def _list(filing: FilingRecord) -> dict[str, Any]:
    return {"list": f"单位,账号,姓名,角色\n{filing.unit.name},zhaoliu,赵六,经办\n"}


KEEPERS = ("system_admin", "security_admin")
SYSTEM, SECURITY = ("system_admin",), ("security_admin",)
NOT_SECURITY = {"security_admin": 422}  # may see the page, and is told whose act it is
READERS_ONLY = dict.fromkeys(EVALUATORS[1:], 422)  # they see the filing, and are told that they cannot change it
MEASURING = {"job": "measuring", "programme": "handbook", "year": 2024}
PAGES = (
    Page("home", STAFF, code=302),
    Page("login", STAFF),
    Page("logout", STAFF, method="POST", code=302),
    Page("password", STAFF),
    Page("login_code", STAFF, code=302),
    Page("second_factor", STAFF),
    Page("people", KEEPERS),
    Page("person", KEEPERS, arguments=of_leader),
    Page("person_add", SYSTEM, "POST", data=_new_account, others=NOT_SECURITY),
    Page("person_reset", SYSTEM, "POST", of_leader, others=NOT_SECURITY),
    Page(
        "person_grant",
        SECURITY,
        "POST",
        of_leader,
        lambda _: {"role": "leader"},
        code=302,
        others={"system_admin": 422},
    ),
    Page(
        "person_act",
        SYSTEM,
        "POST",
        lambda filing: of_leader(filing) | {"act": "disable"},
        code=302,
        others=NOT_SECURITY,
    ),
    Page("unit_add", SYSTEM, "POST", data=lambda _: {"name": "新设单位"}, code=302, others=NOT_SECURITY),
    Page("accounts_file", SYSTEM),
    Page("accounts_confirm", SYSTEM, "POST", data=_list),
    Page("accounts_template", SYSTEM),
    Page("system", ("system_admin", "security_admin", "audit_admin")),
    Page("healthz", STAFF),
    Page("readyz", STAFF),
    Page("trail", ("auditor", "audit_admin")),
    Page("trail_verify", ("auditor", "audit_admin"), "POST"),
    Page("trail_export", ("auditor", "audit_admin"), "POST", code=200),
    Page("todo", STAFF),
    Page("filings", STAFF),
    Page("filing", EVALUATORS, arguments=of_filing),
    Page("filing_new", ("clerk",)),
    Page("filing_from_goals", (), "POST", lambda _: {"project": 0}),
    Page("filing_from_year", ("clerk",), "POST", of_filing, code=302),
    Page("filing_from_file", (), "POST", others={"clerk": 422}),
    Page("filing_confirm", (), "POST", others={"clerk": 422}),
    Page("bring_back", (), "POST", of_filing, others={"clerk": 422}),
    Page("bring_back_confirm", (), "POST", of_filing, others={"clerk": 422}),
    Page("report", EVALUATORS, arguments=of_filing),
    Page("compare", EVALUATORS, arguments=of_filing),
    Page("paper", EVALUATORS, arguments=lambda filing: {"pk": filing.pk, "kind": "docx"}),
    Page(
        "section",
        ("clerk",),
        "POST",
        of_section,
        lambda _: {"version": 1, "text": "有一项指标没有达到。"},
        code=302,
        others=READERS_ONLY,
    ),
    Page("cell", ("clerk",), "POST", of_row, _cell, code=302, others=READERS_ONLY),
    Page("confirm", ("clerk",), "POST", of_row, code=302, others=READERS_ONLY),
    Page("adopt", ("clerk",), "POST", of_row, code=302, others=READERS_ONLY),
    Page("evidence", ("clerk",), "POST", of_row, lambda _: {"title": "预算批复"}, code=302, others=READERS_ONLY),
    Page(
        "waive",
        ("clerk",),
        "POST",
        of_filing,
        lambda _: {"code": "PR01", "where": "", "reason": "另有说明"},
        code=302,
        others=READERS_ONLY,
    ),
    Page("advance", (), "POST", of_filing, lambda _: {"act": "送单位审定"}, others=dict.fromkeys(EVALUATORS, 422)),
    Page(
        "task_answer",
        (),
        "POST",
        lambda filing: {"task": _task(filing)["pk"]},
        lambda _: {"answer": "已补抽查记录"},
        others=dict.fromkeys(EVALUATORS[2:], 422),  # the unit is another's: its own clerk answers
    ),
    Page("board", REVIEWERS),
    Page("board_export", REVIEWERS),
    Page("bulk_pass", (), "POST", others=NOT_THEIR_TURN),
    Page("bulk_return", (), "POST", others=NOT_THEIR_TURN),
    Page("reviewing", REVIEWERS, arguments=of_filing),
    Page("take_up", (), "POST", of_filing, _finding, others=NOT_THEIR_TURN),
    Page("drop", (), "POST", lambda filing: {"pk": filing.pk, "task": 1}, others=NOT_THEIR_TURN),
    Page("excuse", (), "POST", of_filing, _finding, others=NOT_THEIR_TURN),
    Page("send_back", (), "POST", of_filing, lambda _: {"text": "请补充"}, others=NOT_THEIR_TURN),
    Page("let_pass", (), "POST", of_filing, others=NOT_THEIR_TURN),
    Page("rescore", REVIEWERS, arguments=of_filing),
    Page("rescore_save", (), "POST", of_filing, others=NOT_THEIR_TURN),
    Page("samples", ("bureau", "auditor")),
    Page("draw", ("bureau",), "POST", data=lambda _: {"year": 2024, "seed": "8"}, code=302, others={"auditor": 422}),
    Page("sample", ("bureau", "auditor"), arguments=_draw),
    Page("sample_record", ("bureau", "auditor"), arguments=_draw),
    Page("tasks", EVALUATORS),
    Page("task_accept", (), "POST", _task, others=dict.fromkeys(EVALUATORS[2:], 422)),
    Page("task_reopen", (), "POST", _task, lambda _: {"reason": "不够"}, others=dict.fromkeys(EVALUATORS[2:], 422)),
    Page("results", EVALUATORS),
    Page("publishing", REVIEWERS),
    Page("publication", (), arguments=of_filing, others=NOT_THEIR_TURN),
    Page("withdraw", (), "POST", of_filing, lambda _: {"reason": "有误"}, others=NOT_THEIR_TURN),
    Page("transfer", (), arguments=of_filing, others=dict.fromkeys(EVALUATORS, 422)),
    Page("transfer_file", (), arguments=of_filing, others=dict.fromkeys(EVALUATORS, 422)),
    Page("bundle", ("auditor",), arguments=of_filing),
    Page("open", STAFF),
    Page("open_schema", STAFF),
    Page("open_unit", (), arguments=_open_unit),
    Page("open_data", (), arguments=lambda filing: {**_open_unit(filing), "kind": "csv"}),
    Page("open_project", (), arguments=of_filing),
    Page("open_file", (), arguments=lambda filing: {"pk": filing.pk, "kind": "pdf"}),
    Page("verify", STAFF),
    Page("verify_code", (), arguments=lambda _: {"code": "0" * 16}),
    Page("insight", (*REVIEWERS, "auditor")),
    Page("tokens", EVALUATORS),
    Page("token_revoke", (), "POST", lambda _: {"pk": 1}),
    Page("api:openapi-json", STAFF),
    Page("api:api-root", ()),
    Page("api:filings", (), otherwise=401),  # a session is no token
    Page("api:bring_in", (), "POST", otherwise=401),
    Page("api:filing", (), arguments=of_filing, otherwise=401),
    Page("api:findings", (), arguments=of_filing, otherwise=401),
    Page("api:versions", (), arguments=of_filing, otherwise=401),
    Page("api:version", (), arguments=lambda filing: {"pk": filing.pk, "number": 1}, otherwise=401),
    Page("figures", EVALUATORS, arguments=of_filing),
    Page("receipt", (), arguments=lambda filing: {"pk": filing.pk, "receipt": "PS02-2024-000000000000"}),
    Page("runs", STAFF),
    Page("run_ask", ("clerk",), "POST", data=lambda _: MEASURING, code=302, otherwise=422),
    Page("run", EVALUATORS, arguments=_run),
    Page("run_live", EVALUATORS, arguments=_run),
    Page("run_pause", ("clerk",), "POST", _run, code=302, others=READERS_ONLY),
    Page("run_resume", (), "POST", _run, others=dict.fromkeys(EVALUATORS, 422)),
    Page("run_stop", ("clerk",), arguments=_run, others=READERS_ONLY),
    Page("run_step", (), "POST", lambda _: {**_run(_), "position": 0}, others=dict.fromkeys(EVALUATORS, 422)),
    Page("run_file", (), arguments=lambda _: {**_run(_), "name": "no"}, others=dict.fromkeys(EVALUATORS, 422)),
    Page("run_exceptions", (), arguments=lambda _: {**_run(_), "exception": 1}),
    Page("run_disputes", EVALUATORS, arguments=_run),
    Page("run_dispute", (), "POST", lambda _: {**_run(_), "dispute": 1}),
    Page("statement", STAFF),
    Page("statement_pdf", (), "POST", otherwise=422),
    Page("statement_dispute", (), "POST", otherwise=422),
    Page("surveys", STAFF),
    Page("survey_draw", (), "POST", data=lambda _: {**MEASURING, "closes_on": "2025-03-31"}, otherwise=422),
    Page("survey", EVALUATORS, arguments=_survey),
    Page("survey_sample", (), arguments=_survey, others=dict.fromkeys(EVALUATORS, 422)),
    Page("survey_slips", ("clerk",), arguments=_survey, others=READERS_ONLY),
    Page("survey_paper", ("clerk",), arguments=_survey, others=READERS_ONLY),
    Page("survey_close", (), "POST", _survey, others=dict.fromkeys(EVALUATORS, 422)),
    Page("survey_answer", STAFF, arguments=_code),
    *MONEY_PAGES,
)
