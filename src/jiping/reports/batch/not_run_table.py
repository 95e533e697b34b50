"""What could not run, as a table: whose filing, which file, why."""

from collections.abc import Iterable
from html import escape

from jiping.domain.finding import NotRun
from jiping.reports.batch.markup import table


def not_run_table(missed: Iterable[NotRun]) -> str:
    return table(("编号", "单位和项目", "原因"), map(_row, missed), "missed")


def _row(each: NotRun) -> tuple[str, ...]:
    return each.code, f'{escape(each.who)}<span class="basis">{escape(each.file)}</span>', escape(each.reason)
