"""What a form sent, as the values services take."""

from collections.abc import Mapping
from datetime import date

from jiping.domain.errors import JipingError
from jiping.domain.fen import fen_from_yuan
from jiping.web.funds.services.booking import Entry
from jiping.web.funds.services.paying import Wanted
from jiping.web.projects.forms import day, text

Sent = Mapping[str, str]


def day_needed(sent: Sent, name: str) -> date:
    """Return a day. Raises JipingError where none is written."""
    found = day(sent, name, "日期")
    if found is None:
        raise JipingError("没有写日期。", remedy="请写凭证上的日期。")
    return found


def entry_from(sent: Sent) -> Entry:
    return Entry(fen_from_yuan(text(sent, "yuan")), day_needed(sent, "day"), text(sent, "voucher"), text(sent, "note"))


def wanted_from(sent: Sent) -> Wanted:
    return Wanted(text(sent, "item"), text(sent, "payee"), text(sent, "purpose"), fen_from_yuan(text(sent, "yuan")))
