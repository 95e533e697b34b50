"""Start a filing: a blank in YAML with the pack's indicators and the form's words."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from jiping.domain.errors import JipingError
from jiping.exchange.blank import blank
from jiping.rulepack.load import AUTO, load_pack, pack_for


def new(
    project: str,
    pack: str,
    *,
    unit: str | None = None,
    year: int | None = None,
    on: date | None = None,
    folders: Sequence[Path] = (),
) -> str:
    """Return the text of a blank filing; its rules are those of `on`, or of the last day of `year`.

    AUTO takes the pack that is for `unit`.
    """
    if on is None:
        if year is None:
            raise JipingError("不知道是哪一年的自评。", remedy="请用 --year 2024 写明项目年度。")
        on = date(year, 12, 31)
    name = pack_for(unit or "", folders) if pack == AUTO else pack
    return blank(load_pack(name, on, folders), project, unit, year)
