"""The end of a year: what was not spent goes into the next year once, and back to the treasury the second time."""

from datetime import date, datetime

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.domain.posting import PostingKind
from jiping.use_cases.fund_rules import sources
from jiping.web.accounts.models import AccountRecord
from jiping.web.funds.models import FundLineRecord, PostingRecord
from jiping.web.funds.selectors import balance_now
from jiping.web.funds.services.booking import Entry, line_locked, post
from jiping.web.projects.models import ProjectRecord
from jiping.web.projects.selectors import pack_of


@transaction.atomic
def line_close(*, line: FundLineRecord, voucher: str, actor: AccountRecord, at: datetime) -> PostingRecord:
    """Close a line on the last day of its year.

    Money of the year is carried over into the project's next year, with budget and arrival there; money that was carried
    over already is surplus and handed back. Raises JipingError while payments are open, when nothing is left, or when
    the project has no next year yet.
    """
    locked = line_locked(line, actor)
    balance = balance_now(locked)
    if balance.promised:
        raise JipingError("还有没办完的付款，不能结转。", remedy="请先支付或退回。")
    if balance.cash <= 0:
        raise JipingError("没有结余的资金可结转。", remedy="已到账的都已支付或处理。")
    project = locked.project
    known = sources(pack_of(project))
    end = Entry(balance.cash, date(project.year, 12, 31), voucher, "年终处理")
    if known.get(locked.source, False):
        return post(locked, PostingKind.SURPLUS, end, actor, at)
    following = ProjectRecord.objects.filter(unit=project.unit, year=project.year + 1, name=project.name).first()
    if following is None:
        raise JipingError(f"{project.year + 1} 年度没有这个项目。", remedy="请先在“目标”里沿用上年项目。")
    carried = next(source for source, is_carried in known.items() if is_carried)
    opened, _ = FundLineRecord.objects.get_or_create(project=following, source=carried)
    begin = Entry(balance.cash, date(following.year, 1, 1), voucher, f"上年结转：{locked.source}")
    for kind in (PostingKind.INITIAL, PostingKind.ARRIVAL):
        post(opened, kind, begin, actor, at)
    return post(locked, PostingKind.CARRIED, end, actor, at)
