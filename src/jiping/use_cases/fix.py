"""Mend what follows from the stated facts (jiping fix): a preview first, then a new file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from jiping.domain.errors import JipingError
from jiping.domain.filing import Filing
from jiping.domain.place import Place
from jiping.exchange import json, yaml
from jiping.formats.registry import writable, writer_for
from jiping.layouts.draw.page import draw, layout_for
from jiping.repairs.run import Mended, mend
from jiping.scoring.score import Evaluation, evaluate
from jiping.use_cases.output import put
from jiping.use_cases.read import read_bytes
from jiping.use_cases.score import score

_STRUCTURED: dict[str, Callable[[Sequence[Filing]], str]] = {
    "yaml": yaml.write_all,
    "yml": yaml.write_all,
    "json": json.dumps,
}


@dataclass(frozen=True, slots=True)
class Fixed:
    """A filing with what was mended in it, repair by repair; `evaluation` is that of the mended filing."""

    evaluation: Evaluation
    mended: tuple[Mended, ...]


def fix(filing: Filing, pack: str, on: date | None = None, folders: Sequence[Path] = ()) -> Fixed:
    """Return the filing with every safe repair made; no target, actual, amount, name or score of a row is changed."""
    evaluation = score(filing, pack, on, folders)
    mended = mend(evaluation)
    return Fixed(evaluate(mended[-1].after, evaluation.pack) if mended else evaluation, mended)


def write_fixed(fixed: Sequence[Fixed], path: Path, folders: Sequence[Path] = ()) -> Path:
    """Write the mended filings to the new file `path`, in the format its name says.

    Raises JipingError when the file exists, the format is unknown, or a form cannot carry all that the filing says.
    """
    if path.exists():
        raise JipingError(f"{path} 已经存在。", why="修正只写到新文件，原件不动。", remedy="请换一个文件名。")
    name = path.suffix.lower().removeprefix(".")
    filings = [each.evaluation.filing for each in fixed]
    if name in _STRUCTURED:
        return put(path, _STRUCTURED[name](filings).encode())
    if name not in writable():
        known = "、".join((*_STRUCTURED, *writable()))
        raise JipingError(f"不能写成“{path.suffix}”文件。", remedy=f"能写的格式是：{known}。")
    if len(fixed) != 1:
        raise JipingError(
            f"材料里有 {len(fixed)} 份自评，不能写进一份 {name}。", remedy="请写成 yaml，再用 jiping write 分别出文。"
        )
    (only,) = fixed
    content = _drawn(only.evaluation, name)
    _require_same(only.evaluation.filing, read_bytes(content, path.name, folders).filings, path)
    return put(path, content)


def _drawn(evaluation: Evaluation, name: str) -> bytes:
    filing = evaluation.filing
    return writer_for(name)(draw(filing, layout_for(filing, tuple(evaluation.pack.layouts.values()))))


def _require_same(filing: Filing, read: Sequence[Filing], path: Path) -> None:
    """Raise JipingError when what was drawn does not read back as the filing: a form has no room for some facts."""
    lost = ["整份材料"] if len(read) != 1 else [name for name in _compared() if _differs(filing, read[0], name)]
    if lost:
        raise JipingError(
            f"现有表样写不全这份材料（{'、'.join(lost)}）。",
            why="重画会丢掉原件里的内容。",
            remedy="请写成 yaml：--output 新文件.yaml。",
            place=Place(path.name),
        )


def _compared() -> tuple[str, ...]:
    return tuple(each.name for each in fields(Filing) if each.compare and each.name != "waivers")


def _differs(one: Filing, other: Filing, name: str) -> bool:
    return bool(getattr(one, name) != getattr(other, name))
