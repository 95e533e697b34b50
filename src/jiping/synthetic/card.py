"""The data card: what the county is, how to make it again, what was laid out on purpose."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import duckdb

from jiping.synthetic.county import FULL_SIZE, County, Planted

_MANY = 3


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A table of the county as it lies on disk; `size` in bytes."""

    name: str
    title: str
    rows: int
    size: int


@dataclass(frozen=True, slots=True)
class Found:
    """A planted case in this county: how many records show it, and the first few of them."""

    case: Planted
    records: int
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """All a data card tells."""

    county: County
    version: str
    tables: tuple[WrittenTable, ...]
    cases: tuple[Found, ...]

    def markdown(self) -> str:
        """Return the card for people."""
        return "\n".join((*self._head(), *self._tables(), "", *self._cases(), ""))

    def json(self) -> str:
        """Return the card for programs."""
        told: dict[str, Any] = {"synthetic": True, **asdict(self)}
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"

    def _head(self) -> Sequence[str]:
        county = self.county
        again = f"jiping generate --persons {county.persons} --seed {county.seed} --year {county.year}"
        return (
            "# 演示县数据（合成，不是真实数据）",
            "",
            "全部记录由程序按种子生成：人、单位、地址、号码都不存在，与任何真实的人和单位无关。",
            "公民身份号码的前六位取 329999 及以下，没有这个县，校验码有效；统一社会信用代码同样如此；姓名用常见字随意组合。",
            "业务金额和人数按如皋市 2024 年公开自评材料的数字设定，只为演示计算过程，不能用作统计。",
            f"这些数字对应 {FULL_SIZE} 人的县；人数不同时，办公、印刷等经费和调查人数按人数折算，",
            "补助、贴息、手册的支出等于本县台账的合计：任何大小的县，支出都不多于应付，调查的人都不多于服务过的人（助保贷款的调查含以前年度结清的借款人）。",
            "",
            f"重做：`{again}`（版本 {self.version}）；参数相同，文件逐字节相同。",
            "",
        )

    def _tables(self) -> Sequence[str]:
        rows = [f"| {each.name} | {each.title} | {each.rows} |" for each in self.tables]
        return ("## 各表", "", "| 文件 | 内容 | 行数 |", "|---|---|---:|", *rows)

    def _cases(self) -> Sequence[str]:
        rows = [
            f"| {each.case.name} | {each.case.why} | {each.records} | {'、'.join(each.first)} |" for each in self.cases
        ]
        return ("## 有意放入的难例", "", "| 难例 | 规则写错时会怎样 | 记录数 | 例如 |", "|---|---|---:|---|", *rows)


def found(con: duckdb.DuckDBPyConnection, case: Planted) -> Found:
    """Look a planted case up in the county lying in `con`."""
    counted = con.execute(
        f"SELECT count(*), list_slice(list_sort(list(DISTINCT name::VARCHAR)), 1, {_MANY}) FROM ({case.rows}) AS rows(name)"
    ).fetchone()
    records, first = counted or (0, None)
    return Found(case, int(records), tuple(first or ()))
