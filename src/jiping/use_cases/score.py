"""Score filings under the rules of their own year."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from jiping.domain.errors import JipingError, OutsideDates
from jiping.domain.filing import Filing
from jiping.rulepack.load import AUTO, load_pack, pack_for
from jiping.scoring.score import Evaluation, evaluate


def score(filing: Filing, pack: str, on: date | None = None, folders: Sequence[Path] = ()) -> Evaluation:
    """Return `filing` scored under `pack` as it stood at the end of the filing's year (or `on`).

    AUTO takes the pack that is for the filing's unit.

    Raises JipingError when neither the filing nor the caller says which year's rules apply.
    """
    rules = load_pack(chosen(filing, pack, folders), _day(filing, on), folders)
    try:
        return evaluate(filing, rules)
    except OutsideDates as fault:
        if on is not None:
            raise
        raise OutsideDates(
            f"项目年度写的是 {filing.year} 年，{fault.what}",
            why=fault.why,
            remedy=f"请核对项目年度；年度没有写错的，{fault.remedy}",
            place=filing.place,
        ) from None


def chosen(filing: Filing, pack: str, folders: Sequence[Path] = ()) -> str:
    """Return the name of the pack a filing is judged by: `pack`, or with AUTO the one for its unit or department."""
    if pack != AUTO:
        return pack
    return pack_for(f"{filing.unit or ''}{filing.department or ''}", folders)


def _day(filing: Filing, on: date | None) -> date:
    if on is not None:
        return on
    if filing.year is None or not date.min.year <= filing.year <= date.max.year:
        raise JipingError(
            f"“{filing.project or '未写项目名称'}”没有写明项目年度，无法确定适用哪一年的规则。",
            remedy="请在填报材料中补上年度，或用 --on 2024-12-31 指明按哪一天的规则计分。",
            place=filing.place,
        )
    return date(filing.year, 12, 31)
