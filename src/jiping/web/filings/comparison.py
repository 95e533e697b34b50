"""Two states of a filing side by side: what was changed, cell by cell."""

from collections.abc import Iterator
from dataclasses import dataclass

from jiping.domain.filing import Filing, Indicator

COLUMNS = (
    ("target", "年度指标值"),
    ("actual", "实际完成值"),
    ("weight", "分值"),
    ("score", "得分"),
    ("reason", "评分依据"),
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell that says something else now; None where one side has no such row or part."""

    where: str
    column: str
    before: str | None
    after: str | None


def differences(before: Filing, after: Filing) -> Iterator[Difference]:
    """Yield what differs: narrative parts first, then rows by their name, those that are gone, those that are new."""
    yield from _narrative(before, after)
    old = {row.level3: row for row in before.rows}
    new = {row.level3: row for row in after.rows}
    for name in [*old, *(each for each in new if each not in old)]:
        yield from _row(name, old.get(name), new.get(name))


def _narrative(before: Filing, after: Filing) -> Iterator[Difference]:
    old = dict(before.narrative.sections())
    for name, section in after.narrative.sections():
        was = old[name].text if name in old else None
        if was != section.text:
            yield Difference(section.heading, "正文", was, section.text)


def _row(name: str, old: Indicator | None, new: Indicator | None) -> Iterator[Difference]:
    if old is None or new is None:
        yield Difference(name, "整行", None if old is None else "有", None if new is None else "有")
        return
    for column, title in COLUMNS:
        was, now = getattr(old, column), getattr(new, column)
        if was != now:
            yield Difference(name, title, _shown(was), _shown(now))


def _shown(value: object) -> str | None:
    return None if value is None else str(value)
