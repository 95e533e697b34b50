"""The interface for programs: read what the account may see, bring a filing in as a draft. Documented by its own OpenAPI."""

import json
from typing import Annotated, Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Path, Query
from ninja.errors import ValidationError

from jiping.domain.errors import JipingError
from jiping.domain.masking import masked
from jiping.exchange.plain import to_plain
from jiping.reports.json import plain_finding
from jiping.web.accounts.models import AccountRecord
from jiping.web.api.answers import Fault, FilingOut, FilingPage, FindingOut, VersionOut, VersionWhole
from jiping.web.api.door import SECONDS, TIMES, Token, TooOften
from jiping.web.api.selectors import filings_listed, version_sealed
from jiping.web.api.services import filing_import
from jiping.web.filings.models import FilingRecord, FilingVersion
from jiping.web.filings.selectors import filing_judged, filing_whole

_LARGEST = 2**31 - 1
Number = Annotated[int, Path(ge=1, le=_LARGEST, description="编号")]
Year = Annotated[int | None, Query(ge=2000, le=2100, description="年度；不写则不限")]
Offset = Annotated[int, Query(ge=0, le=_LARGEST, description="从第几份起")]
Limit = Annotated[int, Query(ge=1, le=200, description="最多几份")]


api = NinjaAPI(
    title="绩评接口",
    version="1",
    description="读取自评、校核意见和封存版本，导入一份自评作为草稿。令牌在“接口”页生成，权限与本人账号相同。",
    auth=Token(),
    docs_url=None,
    urls_namespace="api",
)
FAULTS: dict[Any, Any] = {401: Fault, 404: Fault, 422: Fault, 429: Fault}


@api.get("/filings", response={200: FilingPage, **FAULTS}, summary="自评一览")
def filings(request: HttpRequest, year: Year = None, offset: Offset = 0, limit: Limit = 50) -> dict[str, object]:
    """按编号排列，只含本人可看的。"""
    found = filings_listed(_account(request), year)
    return {"total": found.count(), "items": [_filing(each) for each in found[offset : offset + limit]]}


@api.get("/filings/{pk}", response={200: dict[str, Any], **FAULTS}, summary="一份自评的现稿")
def filing(request: HttpRequest, pk: Number) -> dict[str, Any]:
    """现稿全文，格式见 filing.schema.json；computed 是按规则算出的结果。"""
    judged = filing_judged(filing_whole(_account(request), pk))
    return to_plain(masked(judged.filing), judged.evaluation)


@api.get("/filings/{pk}/findings", response={200: list[FindingOut], **FAULTS}, summary="现稿的校核意见")
def findings(request: HttpRequest, pk: Number) -> list[dict[str, object]]:
    """每次读取时重新校核。"""
    judged = filing_judged(filing_whole(_account(request), pk))
    return [plain_finding(masked(each)) for each in judged.findings]


@api.get("/filings/{pk}/versions", response={200: list[VersionOut], **FAULTS}, summary="封存版本")
def versions(request: HttpRequest, pk: Number) -> list[FilingVersion]:
    """历次报送时封存的版本。"""
    return list(filing_whole(_account(request), pk).versions.all())


@api.get("/filings/{pk}/versions/{number}", response={200: VersionWhole, **FAULTS}, summary="一个封存版本")
def version(request: HttpRequest, pk: Number, number: Annotated[int, Path(ge=1, le=32767)]) -> dict[str, object]:
    """全文与封存时逐字相同。"""
    found = version_sealed(_account(request), pk, number)
    names = ("number", "digest", "total", "grade", "pack", "sealed_at")
    return {name: getattr(found, name) for name in names} | {"content": json.loads(found.content)}


@api.post(
    "/filings",
    response={201: FilingOut, **FAULTS},
    summary="导入一份自评",
    openapi_extra={
        "requestBody": {"required": True, "content": {"application/json": {"schema": {"type": "object"}}}},
    },
)
def bring_in(request: HttpRequest) -> tuple[int, dict[str, object]]:
    """请求内容是一份自评（格式见 filing.schema.json），存为本单位的草稿；同项目同年度已有的不再导入。"""
    try:
        text = request.body.decode()
    except UnicodeDecodeError:
        raise JipingError("请求内容不是 UTF-8 文字。", remedy="请按 UTF-8 编码发送。") from None
    made = filing_import(text=text, actor=_account(request), at=request.now)  # type: ignore[attr-defined]
    return 201, _filing(made)


@api.exception_handler(JipingError)
def told(request: HttpRequest, fault: JipingError) -> HttpResponse:
    return _fault(request, 422, fault.what, fault.remedy, fault.why)


@api.exception_handler(ValidationError)
def misfit(request: HttpRequest, fault: ValidationError) -> HttpResponse:
    where = "、".join(".".join(map(str, each["loc"])) for each in fault.errors)
    return _fault(request, 422, f"参数不对：{where}。", "请照接口说明填写。")


@api.exception_handler(ObjectDoesNotExist)
@api.exception_handler(Http404)
def absent(request: HttpRequest, _: Exception) -> HttpResponse:
    return _fault(request, 404, "没有这一项，或者您无权查看。", "请核对编号。")


@api.exception_handler(TooOften)
def patience(request: HttpRequest, _: Exception) -> HttpResponse:
    answer = _fault(request, 429, "请求太频繁。", f"每分钟最多 {TIMES} 次，请稍后再试。")
    answer["Retry-After"] = str(SECONDS)
    return answer


def _fault(request: HttpRequest, status: int, what: str, remedy: str, why: str = "") -> HttpResponse:
    return api.create_response(request, {"what": what, "why": why, "remedy": remedy}, status=status)


def _account(request: HttpRequest) -> AccountRecord:
    account: AccountRecord = request.auth  # type: ignore[attr-defined]
    return account


def _filing(record: FilingRecord) -> dict[str, object]:
    names = ("id", "project", "year", "state", "draft", "saved_at")
    return {name: getattr(record, name) for name in names} | {"unit": record.unit.name}
