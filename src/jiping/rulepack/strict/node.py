"""A cursor over strict YAML: asks for the shape it needs and otherwise says file, line, what is wrong, what to write."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from jiping.domain.errors import JipingError
from jiping.domain.place import Place

E = TypeVar("E", bound=StrEnum)
Scalar = str | Decimal | date | bool | None


@dataclass(slots=True)
class Node:
    """One value of a file. `source` is a scalar as written, `line` counts from 1, `path` leads there from the top."""

    value: "Scalar | tuple[Node, ...] | Mapping[str, Node]"
    source: str
    file: str
    line: int
    path: str
    error: type[JipingError]

    def fault(self, what: str, remedy: str, why: str = "") -> JipingError:
        """Return the error to raise when this value is wrong; `what` begins after the value's name."""
        return self.error(f"{self.name}{what}", why=why, remedy=remedy, place=Place(self.file, line=self.line))

    @property
    def name(self) -> str:
        return f"“{self.path}”" if self.path else "文件内容"

    def mapping(self, required: Collection[str] = (), optional: Collection[str] = ()) -> "Mapping[str, Node]":
        """Return the named parts; a part that is missing or not known is a fault."""
        parts = self._parts()
        known = (*required, *optional)
        for key, part in parts.items():
            if key not in known:
                raise part.fault("是不认识的名称。", f"{closest(key, known)}可用的名称：{'、'.join(known)}。")
        for key in required:
            if key not in parts:
                raise self.fault(f"缺少“{key}”。", f"请补写“{key}: …”。")
        return parts

    def items(self) -> "Iterator[tuple[str, Node]]":
        """Yield every name with its value, whatever the names are."""
        yield from self._parts().items()

    def list(self) -> "tuple[Node, ...]":
        if not isinstance(self.value, tuple):
            raise self._mismatch("一个列表", "请写成 [甲, 乙]，或每项一行、行首写“- ”。")
        return self.value

    def text(self) -> str:
        if not isinstance(self.value, str) or not self.value.strip():
            raise self._mismatch("文字", f'请写成文字；数字、日期要当文字用时请加引号，如 "{self.source or "文字"}"。')
        return self.value

    def written(self) -> str | None:
        """Return a scalar exactly as written, None when blank: 22, 98.60 and 2024-12-31 keep their digits."""
        if isinstance(self.value, tuple | Mapping):
            raise self._mismatch("一个值", "请只写一个值。")
        return None if self.value is None else self.source

    def decimal(self) -> Decimal:
        if not isinstance(self.value, Decimal):
            raise self._mismatch("数字", "请写成不带引号、不带单位的数字，如 90 或 92.5。")
        return self.value

    def day(self) -> date:
        if not isinstance(self.value, date):
            raise self._mismatch("日期", "请写成 2024-01-31 这样的日期，不加引号。")
        return self.value

    def flag(self) -> bool:
        if not isinstance(self.value, bool):
            raise self._mismatch("true 或 false", "请写 true（是）或 false（否）。")
        return self.value

    def choice(self, kind: type[E]) -> E:
        """Return the member of `kind` whose value is written here."""
        known = [member.value for member in kind]
        word = self.text()
        if word not in known:
            raise self.fault(f"写的“{word}”不在可选范围内。", f"{closest(word, known)}可选：{'、'.join(known)}。")
        return kind(word)

    def texts(self) -> tuple[str, ...]:
        return tuple(item.text() for item in self.list())

    def plain(self) -> object:
        """Return the bare data: dict, list, str, Decimal, date, bool or None."""
        if isinstance(self.value, tuple):
            return [item.plain() for item in self.value]
        if isinstance(self.value, Mapping):
            return {key: part.plain() for key, part in self.value.items()}
        return self.value

    def _parts(self) -> "Mapping[str, Node]":
        if not isinstance(self.value, Mapping):
            raise self._mismatch("一组“名称: 值”", "请每行写一个“名称: 值”，下级内容缩进两格。")
        return self.value

    def _mismatch(self, wanted: str, remedy: str) -> JipingError:
        return self.fault(f"应为{wanted}，现为{self._described()}。", remedy)

    def _described(self) -> str:
        if isinstance(self.value, tuple):
            return "列表"
        if isinstance(self.value, Mapping):
            return "一组“名称: 值”"
        if self.value is None or not self.source.strip():
            return "空白"
        kinds: tuple[tuple[type, str], ...] = ((bool, "是否"), (Decimal, "数字"), (date, "日期"), (str, "文字"))
        return next(f"{label}“{self.source[:40]}”" for kind, label in kinds if isinstance(self.value, kind))


def closest(word: str, known: Collection[str]) -> str:
    """Return a question that names the nearest known word, or nothing when none is near."""
    near = get_close_matches(word, list(known), n=1)
    return f"是否想写“{near[0]}”？" if near else ""
