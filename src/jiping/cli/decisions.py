"""Decisions on persons and projects as terminal tables."""

from rich.console import Group
from rich.table import Table
from rich.text import Text

from jiping.cli.screen import table
from jiping.domain.decision import Decision, Fact, Granted, Judged
from jiping.use_cases.recheck import Change, Changes
from jiping.use_cases.replay_decision import ReplayedDecision


def decision_sheets(decision: Decision) -> Group:
    """Return one table an entitlement, and what it takes to come to the same decision again."""
    who = "，".join((f"{decision.asked} {decision.subject}", *map(_fact, decision.who)))
    data = "、".join(f"{each.table} {each.sha256[:12]}" for each in decision.snapshots)
    rules = (
        f"规则包 {decision.pack}（{decision.pack_edition}），按 {decision.as_of} 有效的规定；{decision.code_version}"
    )
    entitled = any(each.granted for each in decision.entitlements if not each.guard)
    return Group(
        Text(f"{decision.title}：{who}，{decision.year}年", style="bold"),
        *(_sheet(each, entitled) for each in decision.entitlements),
        Text(rules, style="dim"),
        Text(f"数据 {data}", style="dim"),
    )


def replayed_decision_sheet(replayed: ReplayedDecision) -> Group:
    """Return whether a decision comes out the same, and what newer records would change."""
    verdict = ("有出入", "bold red") if replayed.drift else ("一致", "green")
    told = [
        Text.assemble(f"按 {replayed.kept.as_of} 的规则和当时的数据重新核定：", verdict),
        *(Text(f"  {each}", style="yellow") for each in replayed.drift),
    ]
    if replayed.newer:
        told.append(Text(f"此后又导入过：{'、'.join(replayed.newer)}。按现在的数据：{_since(replayed)}"))
        told += [Text(f"  {each}", style="yellow") for each in replayed.since]
    return Group(*told)


def changes_sheet(changes: Changes) -> Table:
    """Return one line a person, or what else is decided on, that is not as it was at the earlier decision."""
    sheet = table(
        *changes.headings,
        "事项",
        "现已符合",
        "现不符合",
        "登记变更",
        title=f"与核定时相比有变化：{len(changes.found)} 项",
    )
    for each in changes.found:
        sheet.add_row(*each.of, *_turned(each), "\n".join(each.altered))
    return sheet


def _since(replayed: ReplayedDecision) -> str:
    return "有变化" if replayed.since else "结果不变"


def _sheet(granted: Granted, entitled: bool) -> Table:
    title = "，".join((granted.title, *map(_fact, granted.about)))
    heads = ("代码", "条件", "结果", "所见情况", "怎样才会改变", "依据")
    sheet = table(*heads, title=f"{title}：{_verdict(granted, entitled)}")
    for each in granted.conditions:
        sheet.add_row(*_row(each))
    return sheet


def _verdict(granted: Granted, entitled: bool) -> str:
    """Return what came of it; a guard that nothing hinders grants nothing where nobody is `entitled`."""
    if not granted.granted:
        return f"不符合（{sum(not each.holds for each in granted.conditions)} 项）"
    return "不办理（这一项没有妨碍，但没有符合的事项）" if granted.guard and not entitled else "符合"


def _row(judged: Judged) -> tuple[str | Text, ...]:
    return (
        judged.code,
        judged.title,
        Text("是", style="green") if judged.holds else Text("否", style="bold red"),
        "\n".join(f"{each.heading}：{each.shown}" for each in judged.seen),
        "" if judged.holds else judged.remedy,
        "\n".join(judged.bases),
    )


def _fact(fact: Fact) -> str:
    return f"{fact.heading} {fact.shown}"


def _turned(change: Change) -> tuple[str, str, str]:
    titles = "\n".join(f"{each.entitlement.title}：{'符合' if each.granted else '不符合'}" for each in change.turned)
    met, lost = (
        "\n".join(f"{one.code} {one.title}" for each in change.turned for one in getattr(each, side))
        for side in ("now_met", "now_failing")
    )
    return titles, met, lost
