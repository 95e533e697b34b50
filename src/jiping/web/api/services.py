"""Make and revoke tokens; take a filing in from another program."""

from datetime import datetime
from secrets import token_urlsafe

from django.db import DataError, transaction

from jiping.domain.errors import JipingError
from jiping.domain.roles import Role
from jiping.exchange.json import dumps, loads
from jiping.web.accounts.models import AccountRecord
from jiping.web.api.models import TokenRecord
from jiping.web.api.policy import MOST_TOKENS, digest_of
from jiping.web.api.selectors import tokens_of
from jiping.web.audit.services import event_append
from jiping.web.filings.models import FilingRecord
from jiping.web.filings.services.creating import filing_create

_FIRST_YEAR, _LAST_YEAR = 2000, 2100
_LONGEST_NAME = 200
_NUL = "\\u0000"


@transaction.atomic
def token_make(*, name: str, actor: AccountRecord, at: datetime) -> str:
    """Return a new token of the account. It is shown this once: what is kept cannot be turned back into it."""
    if not name.strip():
        raise JipingError("没有写令牌的用途。", remedy="请写明哪个程序用它，以后才知道该不该作废。")
    if tokens_of(actor).count() >= MOST_TOKENS:
        raise JipingError(f"每个账号最多 {MOST_TOKENS} 个令牌。", remedy="请先作废不用的。")
    token = f"jp_{token_urlsafe(32)}"
    record = TokenRecord.objects.create(account=actor, name=name.strip()[:60], digest=digest_of(token), made_at=at)
    event_append(act="生成令牌", subject=str(record), actor=actor, at=at)
    return token


@transaction.atomic
def token_revoke(*, pk: int, actor: AccountRecord, at: datetime) -> None:
    """Make a token of the account worthless."""
    record = tokens_of(actor).select_for_update().get(pk=pk)
    record.revoked_at = at
    record.save(update_fields=["revoked_at"])
    event_append(act="作废令牌", subject=str(record), actor=actor, at=at)


def filing_import(*, text: str, actor: AccountRecord, at: datetime) -> FilingRecord:
    """Take one filing in as a draft of the account's unit. Raises JipingError for anything it cannot hold."""
    if actor.duty is not Role.CLERK:
        raise JipingError(f"导入由填报单位的经办办理，{actor.duty.label}不能导入。", remedy="请用经办的令牌。")
    filings = loads(text, "请求内容")
    if len(filings) != 1:
        raise JipingError(f"一次导入一份自评，收到 {len(filings)} 份。", remedy="请逐份导入。")
    (filing,) = filings
    if filing.year is not None and not _FIRST_YEAR <= filing.year <= _LAST_YEAR:
        raise JipingError(f"年度 {filing.year} 不在 {_FIRST_YEAR}—{_LAST_YEAR} 之间。", remedy="请核对年度。")
    if max(len(filing.project or ""), len(filing.unit or "")) > _LONGEST_NAME:
        raise JipingError(f"项目或单位的名称超过 {_LONGEST_NAME} 个字。", remedy="请核对名称。")
    if _NUL in dumps([filing]):  # SQLite would keep it and PostgreSQL would not
        raise JipingError("内容里有控制字符。", remedy="请去掉后再导入。")
    try:
        return filing_create(filing=filing, unit=actor.unit, actor=actor, at=at)
    except (DataError, UnicodeEncodeError, ValueError, OverflowError) as fault:
        raise JipingError("内容里有存不下的字符或数值。", remedy="请去掉控制字符，核对过长的文字和数字。") from fault
