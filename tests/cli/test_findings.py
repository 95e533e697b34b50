"""Findings on a terminal: one cause silences many checks and is told once."""

from jiping.checks.run import Report
from jiping.cli.findings import print_findings
from jiping.cli.screen import page
from jiping.domain.finding import NotRun


def test_checks_silenced_by_one_cause_stand_in_one_line() -> None:
    missed = [NotRun(code, "甲项目", why) for code, why in (("AR01", "看不清"), ("AR02", "没有分"), ("SC01", "看不清"))]
    screen = page()
    print_findings(Report((), tuple(missed)), screen)
    shown = screen.export_text()
    assert "未能运行 AR01、SC01（甲项目）：看不清" in shown
    assert "未能运行 AR02（甲项目）：没有分" in shown
