"""Mend what follows from the stated facts (jiping fix): a preview first, then a new file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path

from jiping.domain.errors import JipingError
from jiping.domain.filing import Filing
from jiping.domain.place import Place
from jiping.exchange import json, yaml
from jiping.formats.amendment import CannotAmend
from jiping.formats.guard import bounded_bytes
from jiping.formats.registry import Amender, amender_for, writable, writer_for
from jiping.layouts.draw.page import draw, layout_for
from jiping.repairs.run import Mended, mend
from jiping.scoring.score import Evaluation, evaluate
from jiping.use_cases.amend import amended
from jiping.use_cases.attached import attachment
from jiping.use_cases.output import put
from jiping.use_cases.read import read_bytes
from jiping.use_cases.score import score

_STRUCTURED: dict[str, Callable[[Sequence[Filing]], str]] = {
    "yaml": yaml.write_all,
    "yml": yaml.write_all,
    "json": json.dumps,
}
_AS_YAML = "请写成 yaml：--output 新文件.yaml。"


@dataclass(frozen=True, slots=True)
class Fixed:
    """A filing with what was mended in it, repair by repair; `evaluation` is that of the mended filing."""

    evaluation: Evaluation
    mended: tuple[Mended, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """The new file; `redrawn` says why its pages are laid out anew, empty where they are the original's or there are none."""

    path: Path
    redrawn: str = ""


def fix(filing: Filing, pack: str, on: date | None = None, folders: Sequence[Path] = ()) -> Fixed:
    """Return the filing with every safe repair made; no target, actual, amount, name or score of a row is changed."""
    evaluation = score(filing, pack, on, folders)
    mended = mend(evaluation)
    return Fixed(evaluate(mended[-1].after, evaluation.pack) if mended else evaluation, mended)


def write_fixed(
    fixed: Sequence[Fixed], path: Path, folders: Sequence[Path] = (), source: Path | None = None
) -> Written:
    """Write the mended filings to the new file `path`, in the format its name says.

    Where `source`, the file they were read from, has that format and can be changed in single places, the new file is
    the old one with just the repairs made; otherwise it is drawn anew on the pack's form.
    Raises JipingError when the file exists, the format is unknown, or a form cannot carry all that the filing says.
    """
    if path.exists():
        raise JipingError(f"{path} 已经存在。", why="修正只写到新文件，原件不动。", remedy="请换一个文件名。")
    name = path.suffix.lower().removeprefix(".")
    filings = [each.evaluation.filing for each in fixed]
    if name in _STRUCTURED:
        return Written(put(path, _STRUCTURED[name](filings).encode()))
    if name not in writable():
        known = "、".join((*_STRUCTURED, *writable()))
        raise JipingError(f"不能写成“{path.suffix}”文件。", remedy=f"能写的格式是：{known}。")
    why = "原件不是同一种格式。"
    amend = amender_for(name)
    if source is not None and source.suffix.lower() == path.suffix.lower() and amend is not None:
        try:
            return Written(put(path, _amended(fixed, source, amend, folders)))
        except CannotAmend as fault:
            why = str(fault)
    if len(fixed) != 1:
        raise JipingError(
            f"材料里有 {len(fixed)} 份自评，不能写进一份 {name}。",
            why=f"不能在原件上改：{why}" if source is not None else "",
            remedy="请写成 yaml，再用 jiping write 分别出文。",
        )
    (only,) = fixed
    content = _drawn(only.evaluation, name)
    _require_same(only.evaluation.filing, read_bytes(content, path.name, folders).filings, path)
    return Written(put(path, content), why)


def _amended(fixed: Sequence[Fixed], source: Path, amend: Amender, folders: Sequence[Path]) -> bytes:
    """Return the source with the repairs made, once it is sure that it reads as the mended filings do."""
    wanted = [each.evaluation.filing for each in fixed]
    pairs = [
        (each.mended[0].before if each.mended else filing, filing) for each, filing in zip(fixed, wanted, strict=True)
    ]
    content = amended(bounded_bytes(source), source.name, pairs, amend, folders)
    back = read_bytes(content, source.name, folders).filings
    if len(back) != len(wanted) or any(map(_differences, wanted, back)):
        raise CannotAmend(
            "只改这几处，读回来与所列的结果不一致。", remedy="请在原件中手工修改。", place=Place(source.name)
        )
    return content


def _drawn(evaluation: Evaluation, name: str) -> bytes:
    filing = evaluation.filing
    try:
        page = draw(filing, layout_for(filing, tuple(evaluation.pack.layouts.values())))
    except JipingError as fault:
        raise JipingError(fault.what, remedy=_AS_YAML, place=fault.place) from fault
    return writer_for(name)(replace(page, attachment=attachment(filing)))


def _require_same(filing: Filing, read: Sequence[Filing], path: Path) -> None:
    """Raise JipingError when what was drawn does not read back as the filing: a form has no room for some facts."""
    lost = ["整份材料"] if len(read) != 1 else _differences(filing, read[0])
    if lost:
        raise JipingError(
            f"现有表样写不全这份材料（{'、'.join(lost)}）。",
            why="重画会丢掉原件里的内容。",
            remedy=_AS_YAML,
            place=Place(path.name),
        )


def _differences(one: Filing, other: Filing) -> list[str]:
    """Return the names of the fields in which two filings differ; waivers have no place on a form."""
    names = (each.name for each in fields(Filing) if each.compare and each.name != "waivers")
    return [name for name in names if getattr(one, name) != getattr(other, name)]
