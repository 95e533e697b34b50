"""Answer a finding: a named person says why it stays, and the answer travels with the filing."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from jiping.domain.errors import JipingError
from jiping.domain.filing import Filing, Waiver
from jiping.domain.finding import Finding
from jiping.exchange import json, yaml
from jiping.use_cases.check import check, check_named
from jiping.use_cases.output import put_new

_WRITERS = {".yaml": yaml.write_all, ".yml": yaml.write_all, ".json": json.dumps}


def waive(filings: Sequence[Filing], waiver: Waiver, pack: str, folders: Sequence[Path] = ()) -> tuple[Filing, ...]:
    """Return the filings with `waiver` added to each in which it answers a finding.

    Raises JipingError when it says nothing, or answers no finding: it would only look as if it worked.
    """
    if not (waiver.reason.strip() and waiver.person.strip()):
        raise JipingError("没有写理由或说明人。", remedy="请用 --reason 写明不改的理由，用 --person 写明由谁说明。")
    found = check(filings, pack, folders=folders, checks=[check_named(waiver.rule)]).findings
    if not any(_is_answered(each, waiver) for each in found):
        places = "、".join(dict.fromkeys(f"“{each.where}”" for each in found))
        raise JipingError(
            f"材料里没有这样的意见：{waiver.rule}{'' if waiver.where is None else f' {waiver.where}'}。",
            remedy=f"{waiver.rule} 的意见在 {places}，请用 --where 指明。"
            if places
            else "请先运行 jiping check 查看意见。",
        )
    answered = {(each.unit, each.year, each.project) for each in found if _is_answered(each, waiver)}
    return tuple(
        replace(each, waivers=(*each.waivers, waiver)) if (each.unit_label, each.year, each.label) in answered else each
        for each in filings
    )


def write_waived(filings: Sequence[Filing], path: Path) -> Path:
    """Write the filings to the new file `path`: only YAML and JSON have room for answers."""
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise JipingError(
            f"“{path.suffix}”文件里没有地方写说明。", remedy="请写成 yaml 或 json，如 --output 自评.yaml。"
        )
    return put_new(path, writer(filings).encode())


def _is_answered(finding: Finding, waiver: Waiver) -> bool:
    return finding.waiver is None and waiver.where in (None, finding.where)
