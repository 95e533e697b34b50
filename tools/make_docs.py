"""Generate the reference pages from the code: rules, scoring shapes, packs, commands, schema. Nothing is written twice."""

import json
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from typer.main import get_command

from jiping.checks.catalogue import catalogue
from jiping.cli.main import app
from jiping.exchange.schema import schema
from jiping.rulepack.load import list_packs, load_pack
from jiping.rulepack.provenance import Dated, LegalBasis, Verification
from jiping.scoring.catalogue import scoring_rules
from jiping.use_cases.rules import packs_holding

OUT = Path(__file__).parents[1] / "docs" / "generated"
CONFIRMED = date(2026, 11, 23)  # pages show the rules as of the day the packs were last confirmed


def rules() -> Iterator[str]:
    """Yield the catalogue of checks, family by family, each with its whole page."""
    pack = load_pack("rugao-2024", CONFIRMED)
    yield f"# 校核规则\n\n共 {len(catalogue())} 条。每条在命令行可用 `jiping explain 编号` 查看。\n"
    for family, checks in groupby(
        sorted(catalogue(), key=lambda each: (each.family, each.code)), key=lambda c: c.family
    ):
        members = list(checks)
        yield f"\n## {family_title(family)}\n\n| 编号 | 程度 | 范围 | 规则 |\n|---|---|---|---|\n"
        for each in members:
            yield f"| [{each.code}](#{each.code.lower()}) | {each.severity} | {each.scope} | {each.title} |\n"
        for each in members:
            yield f"\n### {each.code} {{ #{each.code.lower()} }}\n\n**{each.title}**\n\n"
            yield "\n\n".join(each.page.splitlines())
            yield f"\n\n依据：{pack.basis(each.basis)}　程度：{each.severity}　范围：{each.scope}\n"
            yield f"\n适用：{'、'.join(packs_holding(each, CONFIRMED))}\n"


def family_title(family: str) -> str:
    """Return the Chinese name of a family: the docstring of its package."""
    module = __import__(f"jiping.checks.{family}", fromlist=["__doc__"])
    return str(module.__doc__).strip().rstrip("。")


def scoring() -> Iterator[str]:
    """Yield the page of every scoring shape."""
    yield "# 评分规则\n\n规则包按名称选用；得分先精确计算，最后取整一次。\n"
    for each in scoring_rules().values():
        yield f"\n## {each.name}　{each.title}\n\n" + "\n\n".join(each.page.splitlines()) + "\n"


def packs() -> Iterator[str]:
    """Yield every pack: what it says, since when, on what basis and how surely."""
    yield "# 规则包\n\n把握：" + "；".join(f"{c.value} = {c.meaning}" for c in Verification) + "。\n"
    for summary in list_packs():
        pack = load_pack(summary.head.name, CONFIRMED)
        yield f"\n## {pack.name}　{pack.title}\n\n继承：{' → '.join(pack.lineage)}\n\n"
        yield "| 条目 | 出自 | 起 | 止 | 依据 | 把握 | 核对日期 |\n|---|---|---|---|---|---|---|\n"
        for name, editions in sorted(pack.entries.items()):
            yield from (edition_row(name, edition, pack.basis(edition.basis)) for edition in editions)
    yield "\n## 依据文件\n\n| 文件 | 文号 | 日期 | 把握 |\n|---|---|---|---|\n"
    bases: dict[str, LegalBasis] = {}
    for summary in list_packs():
        bases.update(load_pack(summary.head.name, CONFIRMED).bases)
    for basis in bases.values():
        yield f"| {basis.title} | {basis.number or ''} | {basis.issued or ''} | {basis.confidence.meaning} |\n"


def edition_row(name: str, edition: Dated[object], basis: str) -> str:
    """Return one dated edition of an entry as a table row."""
    until = edition.until or "现行"
    return (
        f"| {name} | {edition.pack} | {edition.start} | {until} | {basis} "
        f"| {edition.confidence.value} | {edition.confirmed_on} |\n"
    )


def commands() -> Iterator[str]:
    """Yield the help of every command as the terminal shows it, without colours."""
    yield "# 命令\n\n退出码：0 没有意见，1 有校核意见或有规则未能运行，2 用法或文件有误。\n"
    for name, command in verbs("jiping", get_command(app)):
        yield f"\n## {name}\n\n{command.help}\n\n| 参数 | 可写 | 默认 | 说明 |\n|---|---|---|---|\n"
        for each in command.params:
            shown = (
                "、".join(f"`{word}`" for word in each.opts) if each.opts[0].startswith("-") else f"`{each.metavar}`"
            )
            yield f"| {shown} | {allowed(each)} | {default(each)} | {each.help or ''} |\n"


def verbs(name: str, group: Any) -> Iterator[tuple[str, Any]]:
    """Yield every command of `group` and of the groups in it, by what is typed."""
    for word, command in sorted(group.commands.items()):
        if hasattr(command, "commands"):
            yield from verbs(f"{name} {word}", command)
        else:
            yield f"{name} {word}", command


def allowed(parameter: Any) -> str:
    """Return what may be written after an option: its choices, or what it is called."""
    if parameter.type_descriptor.is_choice:
        return "、".join(f"`{each.value}`" for each in parameter.type_descriptor.choices)
    return parameter.metavar or "" if parameter.opts[0].startswith("-") else ""


def default(parameter: Any) -> str:
    """Return what holds when nothing is written; a switch is off, an absent text is nothing."""
    value = parameter.default
    values = value if isinstance(value, list) else [value]
    return "、".join(
        f"`{getattr(each, 'value', each)}`"
        for each in values
        if not any(each is nothing for nothing in (None, False, ...))
    )


def schema_page() -> Iterator[str]:
    """Yield the published JSON Schema of a filing."""
    yield "# 数据格式\n\n`jiping read --to json` 输出自评表的数组，每份遵循下面的 JSON Schema（2020-12）。"
    yield "金额为万元，金额、分值、得分都是精确的十进制文本；材料没有写的一律为 null。\n\n"
    yield f"```json\n{json.dumps(schema(), ensure_ascii=False, indent=2)}\n```\n"


def main() -> None:
    """Write all pages."""
    OUT.mkdir(parents=True, exist_ok=True)
    pages = {"rules": rules, "scoring": scoring, "packs": packs, "cli": commands, "schema": schema_page}
    for name, page in pages.items():
        (OUT / f"{name}.md").write_text("".join(page()), encoding="utf-8")
    (OUT / "filing.schema.json").write_text(json.dumps(schema(), ensure_ascii=False, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
