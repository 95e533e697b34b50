"""What a terminal shows of a decision does not read as more than was granted."""

from datetime import date

import pytest

from jiping.cli.decisions import decision_sheets
from jiping.cli.screen import page
from jiping.domain.decision import Decision, Granted, Judged


def granted(title: str, holds: bool, *, guard: bool = False) -> Granted:
    return Granted(title, title, guard, (), (Judged("HB51", "条件。", "", holds, (), ()),))


def shown(*entitlements: Granted) -> str:
    about = ("handbook", "职工养老保险手册", "个人编号", 1, (), 2024, date(2024, 12, 31))
    screen = page()
    screen.print(decision_sheets(Decision("HB-2024-000000000000", *about, entitlements, (), "national", "第1版", "0")))
    return screen.export_text()


@pytest.mark.parametrize(
    ("owed", "unhindered", "told"),
    [(True, True, "发给手册：符合"), (True, False, "发给手册：不符合（1 项）"), (False, True, "发给手册：不办理")],
)
def test_what_only_guards_reads_as_granted_only_to_the_entitled(owed: bool, unhindered: bool, told: str) -> None:
    assert told in shown(granted("应发手册", owed), granted("发给手册", unhindered, guard=True))
