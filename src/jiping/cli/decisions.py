"""Decisions on persons as terminal tables."""

from collections.abc import Sequence

from rich.console import Group
from rich.table import Table
from rich.text import Text

from jiping.cli.screen import table
from jiping.use_cases.decide import Decided, Granted, Judged
from jiping.use_cases.recheck import Change


def decision_sheets(decided: Decided) -> Group:
    """Return one table an entitlement, and what it takes to come to the same decision again."""
    who = "，".join(f"{heading} {value}" for heading, value in decided.who)
    pack = decided.question.pack
    data = "、".join(f"{each.table} {each.sha256[:12]}" for each in decided.snapshots)
    return Group(
        Text(f"{decided.programme.title}：个人编号 {decided.person}，{who}，{decided.question.period}", style="bold"),
        *(_sheet(each) for each in decided.entitlements),
        Text(f"规则包 {pack.name}（{pack.edition}），按 {pack.as_of} 有效的规定；{decided.code_version}", style="dim"),
        Text(f"数据 {data}", style="dim"),
    )


def _sheet(granted: Granted) -> Table:
    verdict = "符合" if granted.granted else f"不符合（{sum(not each.holds for each in granted.conditions)} 项）"
    sheet = table(
        "代码", "条件", "结果", "所见情况", "怎样才会改变", "依据", title=f"{granted.entitlement.title}：{verdict}"
    )
    for each in granted.conditions:
        sheet.add_row(*_row(each))
    return sheet


def _row(judged: Judged) -> tuple[str | Text, ...]:
    condition = judged.condition
    result = Text("是", style="green") if judged.holds else Text("否", style="bold red")
    seen = "\n".join(f"{heading}：{value}" for heading, value in judged.seen)
    return (
        condition.code,
        condition.title,
        result,
        seen,
        "" if judged.holds else condition.remedy,
        "\n".join(judged.bases),
    )


def changes_sheet(changes: Sequence[Change]) -> Table:
    """Return one line a person and entitlement whose conditions turned since the earlier decision."""
    people = len({each.person for each in changes})
    sheet = table("个人编号", "事项", "现在", "现已符合", "现不符合", title=f"与核定时相比有变化：{people} 人")
    for each in changes:
        verdict = Text("符合", style="green") if each.granted else Text("不符合", style="bold red")
        met, lost = (
            "\n".join(f"{condition.code} {condition.title}" for condition in conditions)
            for conditions in (each.now_met, each.now_failing)
        )
        sheet.add_row(str(each.person), each.entitlement.title, verdict, met, lost)
    return sheet
