"""Answers to findings that answer nothing: told, for the person who gave them believes them to work."""

from collections.abc import Iterable, Iterator, Sequence

from jiping.checks.catalogue import catalogue
from jiping.domain.filing import Filing, Waiver
from jiping.domain.finding import Finding, NotRun


def idle_waivers(filings: Iterable[Filing], findings: Sequence[Finding]) -> Iterator[NotRun]:
    """Yield the waivers whose code no check has, and those that name a place where their check found nothing.

    Where a check found nothing at all, its waiver is only no longer needed.
    """
    known = {each.code for each in catalogue()}
    for filing in (each for each in filings if each.waivers):
        own = [each for each in findings if (each.unit, each.project) == (filing.unit_label, filing.label)]
        for waiver in filing.waivers:
            places = tuple(dict.fromkeys(each.where for each in own if each.code == waiver.rule))
            if waiver.rule not in known:
                reason = f"没有这个编号的校核规则，{waiver.person}的说明没有起作用。请改正编号（jiping rules 可查全部编号）。"
                yield NotRun.about(filing, waiver.code, reason)
            elif waiver.where is not None and places and waiver.where not in places:
                yield NotRun.about(filing, waiver.code, _strayed(waiver, places))


def _strayed(waiver: Waiver, places: Sequence[str]) -> str:
    return (
        f"{waiver.person}的说明写的位置是“{waiver.where}”，这条规则的意见却在“{'”“'.join(places)}”，说明没有起作用。"
        "请把 where 改成意见所在的位置；要说明这条规则的全部意见，请删去 where。"
    )
