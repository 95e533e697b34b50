"""Exchange files in JSON: one canonical text per set of filings, and its digest."""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256

from jiping.domain.errors import JipingError, UnreadableFile
from jiping.domain.filing import Filing
from jiping.domain.place import Place
from jiping.exchange.keys.place import PLACED
from jiping.exchange.plain import from_plain, to_plain
from jiping.exchange.scalar import Json, Misfit, Path
from jiping.scoring.score import Evaluation


def dumps(filings: Iterable[Filing]) -> str:
    """Return the canonical text of the filings: fixed key order, two spaces, a newline at the end."""
    return _canonical([to_plain(filing) for filing in filings])


def dumps_evaluated(evaluations: Iterable[Evaluation]) -> str:
    """Return the same text with what was computed under each filing's `computed`."""
    return _canonical([to_plain(each.filing, each) for each in evaluations])


def digest(filing: Filing) -> str:
    """Return the SHA-256 of what the filing says, in hexadecimal; where it was read from does not count."""
    return sha256(_canonical([_unplaced(to_plain(filing))]).encode()).hexdigest()


def loads(text: str, name: str) -> tuple[Filing, ...]:
    """Return the filings of a JSON text: an array of them, or a single one.

    Raises UnreadableFile naming the spot: the line for broken JSON, the path of the key for a value that does not fit.
    """
    data = _parsed(text, name)
    listed = data if isinstance(data, list) else [data]
    try:
        return tuple(from_plain(each, (number,)) for number, each in enumerate(listed))
    except Misfit as misfit:
        raise UnreadableFile(f"{spoken(misfit.path)}：{misfit.what}", remedy=misfit.remedy, place=Place(name)) from None


def spoken(path: Path) -> str:
    """Return the path to a value as a person would follow it: 第 1 份自评表 rows 第 3 条 weight."""
    first, *rest = path
    steps = [f"第 {step + 1} 条" if isinstance(step, int) else step for step in rest]
    return " ".join([f"第 {int(first) + 1} 份自评表", *steps])


def _canonical(data: Sequence[Json]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _unplaced(data: Json) -> Json:
    if isinstance(data, dict):
        return {key: _unplaced(value) for key, value in data.items() if key not in PLACED}
    return [_unplaced(each) for each in data] if isinstance(data, list) else data


def _parsed(text: str, name: str) -> object:
    # numbers stay the text that was written, so 9.80 cannot become a binary fraction
    try:
        return json.loads(
            text,
            parse_float=str,
            parse_int=str,
            parse_constant=_refuse_constant,
            object_pairs_hook=_unique,
        )
    except json.JSONDecodeError as fault:
        raise UnreadableFile(
            f"不是有效的 JSON：第 {fault.colno} 个字符处不合语法。",
            remedy="请用原来导出此文件的软件重新导出，或改正这一处。",
            place=Place(name, line=fault.lineno),
        ) from None
    except RecursionError:
        raise UnreadableFile(
            "JSON 嵌套层数过多，不是绩效自评表。", remedy="请检查文件来源。", place=Place(name)
        ) from None
    except JipingError as fault:
        raise UnreadableFile(fault.what, remedy=fault.remedy, place=Place(name)) from None


def _refuse_constant(word: str) -> object:
    raise UnreadableFile(f"“{word}”不是数字。", remedy="没有数值时请写 null。")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    seen: dict[str, object] = {}
    for key, value in pairs:
        if key in seen:
            raise UnreadableFile(f"名称“{key}”在同一处写了两次。", remedy="请只保留正确的一个。")
        seen[key] = value
    return seen
