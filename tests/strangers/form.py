"""A stranger's form: a YAML file says what stands in every cell, this file fills it with a filing.

In a grid `<` joins a cell to the one on its left and `^` to the one above. A row under `rows` is repeated for every
indicator, one under `funds` for every line of funds.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import takewhile
from pathlib import Path
from typing import Any

import yaml

from jiping.domain.filing import Filing, FundLine, Indicator
from jiping.domain.money import Money, plain
from strangers.invent import NATIONAL, Invented, Notation, Tree

LEFT, ABOVE = "<", "^"
FOLDER = Path(__file__).parent
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))
_FIELD = re.compile(r"\{(\w+)\}")
_HEAD_LINES = 3


@dataclass(frozen=True)
class Habits:
    """How one clerk fills forms."""

    levels: str  # merged, blank or repeated
    points: str  # how points are written: 10, 10分, full-width
    money: str  # 万元 or 元
    unmerged: bool = False  # blank cells instead of every merge
    spread: bool = False  # 项 目 名 称
    wrapped: bool = False  # long texts broken inside their cell
    split: str | None = None  # a second table after a page end: plain, or with its header repeated
    apart: bool = False  # a table for the head, another for the indicators
    whole: bool = False  # title and head stand in the grid too
    typed: bool = False  # figures are numbers of a workbook, not texts


@dataclass(frozen=True)
class Page:
    """What stands on paper: lines, one grid (its header rows and first indicator row counted from 0), lines."""

    above: tuple[str, ...]
    grid: tuple[tuple[str, ...], ...]
    below: tuple[str, ...]
    header: range
    rows: range


@dataclass(frozen=True)
class StrangeForm:
    """One layout met in published filings."""

    name: str
    place: str
    above: tuple[str, ...]
    grid: tuple[Any, ...]
    below: tuple[str, ...] = ()
    tree: Tree = field(default_factory=lambda: NATIONAL)
    level1: str = "{level1}"
    level2: str = "{level2}"
    level3: str = "{level3}"
    money: str | None = None

    def shows(self, name: str) -> bool:
        return f"{{{name}}}" in str((self.above, self.grid, self.below))


def load(name: str) -> StrangeForm:
    data: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    lists = {key: tuple(value) for key, value in data.items() if isinstance(value, list)}
    return StrangeForm(name=name, **{**data, **lists})


def written(form: StrangeForm, invented: Invented) -> Filing:
    """Return the filing with its levels as this form words them."""
    rows = tuple(
        Indicator(
            fill(form.level1, points := _points(row, invented.filing)),
            fill(form.level2, points),
            fill(form.level3, {"level3": row.level3}),
            row.target,
            row.actual,
            row.weight,
            row.score,
            row.reason,
        )
        for row in invented.filing.rows
    )
    return Filing(**{**{n: getattr(invented.filing, n) for n in Filing.__slots__}, "rows": rows})


def _points(row: Indicator, filing: Filing) -> dict[str, str]:
    of1 = sum((each.weight or Decimal(0) for each in filing.rows if each.level1 == row.level1), Decimal(0))
    same = [each for each in filing.rows if (each.level1, each.level2) == (row.level1, row.level2)]
    of2 = sum((each.weight or Decimal(0) for each in same), Decimal(0))
    return {"level1": row.level1 or "", "level2": row.level2 or "", "points1": plain(of1), "points2": plain(of2)}


def page(form: StrangeForm, invented: Invented, habits: Habits) -> Page:
    """Return the form filled in."""
    filing = written(form, invented)
    facts = _facts(filing, habits)
    grid: list[tuple[str, ...]] = []
    first = last = len(form.grid)
    for line in form.grid:
        if isinstance(line, list):
            grid.append(tuple(_label(fill(str(text), facts), habits) for text in line))
        elif "funds" in line:
            grid += [tuple(fill(text, _fund(each, habits)) for text in line["funds"]) for each in filing.funds]
        else:
            first = len(grid)
            grid += _rows(line["rows"], filing, invented, habits)
            last = len(grid)
    above, below = (tuple(fill(text, facts) for text in texts) for texts in (form.above, form.below))
    if habits.whole and len(above) <= _HEAD_LINES:
        grid[:0] = [(line, *[LEFT] * (len(grid[0]) - 1)) for line in above]
        first, last, above = first + len(above), last + len(above), ()
    body = tuple(_unmerged(row) for row in grid) if habits.unmerged else tuple(grid)
    return Page(above, body, below, range(first - _header_height(form), first), range(first, last))


def _header_height(form: StrangeForm) -> int:
    """Return how many rows of headings alone stand right above the indicators."""
    at = next(n for n, line in enumerate(form.grid) if isinstance(line, dict) and "rows" in line)
    above = takewhile(lambda line: isinstance(line, list) and "{" not in str(line), reversed(form.grid[:at]))
    return sum(1 for _ in above)


def _rows(template: list[str], filing: Filing, invented: Invented, habits: Habits) -> Iterator[tuple[str, ...]]:
    above: dict[str, str] = {}
    for row, original, notation in zip(filing.rows, invented.filing.rows, invented.notations, strict=True):
        facts = _row_facts(row, notation, habits) | {
            f"weight{n}": points(Decimal(_points(original, invented.filing)[f"points{n}"]), habits) for n in (1, 2)
        }
        cells = [_wrapped(fill(text, facts), habits) if text not in (LEFT, ABOVE) else text for text in template]
        shown = dict(above)
        for at, text in enumerate(template):
            level = {"{level1}": row.level1, "{weight1}": row.level1, "{level2}": f"{row.level1}{row.level2}"}
            level["{weight2}"] = level["{level2}"]
            if text in level:
                if shown.get(text) == level[text] and habits.levels != "repeated":
                    cells[at] = ABOVE if habits.levels == "merged" else ""
                above[text] = level[text] or ""
        yield tuple(cells)


def _row_facts(row: Indicator, notation: Notation, habits: Habits) -> dict[str, str]:
    texts = {name: getattr(row, name) or "" for name in ("level1", "level2", "level3", "target", "actual", "reason")}
    sign = notation.sign or "定性"
    numbers = {name: points(getattr(row, name), habits) for name in ("weight", "score")}
    return {**texts, **numbers, "sign": sign, "value": notation.value, "measure": notation.measure}


def _fund(line: FundLine, habits: Habits) -> dict[str, str]:
    amounts = {name: money(getattr(line, name), habits) for name in ("initial", "full_year", "executed")}
    rate = "" if line.rate is None else f"{line.rate:f}%"
    weight, score = (points(value, habits) if value is not None else "—" for value in (line.weight, line.score))
    return {"name": line.name, **amounts, "rate": rate, "fund_weight": weight, "fund_score": score}


def _facts(filing: Filing, habits: Habits) -> dict[str, str]:
    total = filing.funds[0]
    known = {name: str(getattr(filing, name)) for name in ("project", "unit", "year", "department", "stated_grade")}
    sections = {name.value: section.text for name, section in filing.narrative.sections()}
    sums = {name: points(getattr(filing, name), habits) for name in ("total_weight", "total_score")}
    return {**known, **sections, **sums, "money": habits.money, **_fund(total, habits)}


def money(amount: Money | None, habits: Habits) -> str:
    if amount is None:
        return ""
    return plain(amount.wan) if habits.money == "万元" else f"{amount.yuan:,f}"


def points(value: Decimal | None, habits: Habits) -> str:
    text = "" if value is None else plain(value)
    if habits.points == "10分" and text:
        return f"{text}分"
    return text.translate(str.maketrans("0123456789.", "０１２３４５６７８９．")) if habits.points == "full" else text


def fill(text: str, facts: Mapping[str, str]) -> str:
    return _FIELD.sub(lambda found: facts[found[1]], text)


def _label(text: str, habits: Habits) -> str:
    return " ".join(text) if habits.spread and text in {"项目名称", "主管部门", "实施单位", "总分", "得分"} else text


def _wrapped(text: str, habits: Habits) -> str:
    breaks = habits.wrapped and len(text) > 8 and not any(character.isascii() for character in text[5:7])
    return f"{text[:6]}\n{text[6:]}" if breaks else text


def _unmerged(row: tuple[str, ...]) -> tuple[str, ...]:
    return tuple("" if text in (LEFT, ABOVE) else text for text in row)


Drawer = Callable[[list[Page], Habits], bytes]
