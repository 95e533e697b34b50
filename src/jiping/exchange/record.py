"""The compound values of an exchange file: records with named keys, lists, and one value per narrative section."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from jiping.exchange.scalar import Json, Misfit, Path
from jiping.rulepack.strict.node import closest


class _Required:
    """Stands for: the key must be there."""


REQUIRED: Final = _Required()


class Shape(Protocol):
    """How one kind of value is written as JSON types, read back, and described by a JSON Schema."""

    @property
    def schema(self) -> Mapping[str, Json]: ...

    @property
    def write(self) -> Callable[[Any], Json]: ...

    def read(self, data: object, path: Path) -> object:
        """Return the value; raises Misfit naming the path."""


@dataclass(frozen=True, slots=True)
class Key:
    """A named value. `label` is what a clerk calls it; `silent` is its value where the file says nothing."""

    name: str
    shape: Shape
    label: str
    silent: object = None

    @property
    def schema(self) -> dict[str, Json]:
        own: dict[str, Json] = {"description": self.label}
        if self.silent is None:
            return {**own, "anyOf": [dict(self.shape.schema), {"type": "null"}]}
        return {**own, **self.shape.schema}


@dataclass(frozen=True, slots=True)
class Record:
    """Keys in their fixed order. `sparse` leaves silent keys out instead of writing null.

    `parts` takes a value apart by key name, `build` puts it together again from keywords.
    """

    build: Callable[..., object]
    keys: tuple[Key, ...]
    parts: Callable[[Any], Mapping[str, object]] | None = None
    sparse: bool = False

    @property
    def schema(self) -> Mapping[str, Json]:
        required: list[Json] = [key.name for key in self.keys if not self.sparse or key.silent is REQUIRED]
        return {
            "type": "object",
            "additionalProperties": False,
            "required": required,
            "properties": {key.name: key.schema for key in self.keys},
        }

    def write(self, value: object) -> dict[str, Json]:
        parts = self.parts(value) if self.parts else {key.name: getattr(value, key.name) for key in self.keys}
        written = {key.name: None if parts[key.name] is None else key.shape.write(parts[key.name]) for key in self.keys}
        return {name: data for name, data in written.items() if data is not None} if self.sparse else written

    def read(self, data: object, path: Path) -> object:
        if not isinstance(data, Mapping):
            raise Misfit(
                path, "这里应是带名称的各项内容。", f"请写出{'、'.join(key.name for key in self.keys[:4])}等各项。"
            )
        self._refuse_unknown(data, path)
        return self.build(**{key.name: _read_key(key, data, path) for key in self.keys})

    def _refuse_unknown(self, data: Mapping[object, object], path: Path) -> None:
        names = [key.name for key in self.keys]
        for name in data:
            if name not in names:
                remedy = closest(str(name), names) or f"可用的名称有：{'、'.join(names)}。"
                raise Misfit((*path, str(name)), f"不认识的名称“{name}”。", remedy)


@dataclass(frozen=True, slots=True)
class Listing:
    """Any number of values of one shape."""

    item: Shape

    @property
    def schema(self) -> Mapping[str, Json]:
        return {"type": "array", "items": dict(self.item.schema)}

    def write(self, values: Sequence[object]) -> Json:
        return [self.item.write(value) for value in values]

    def read(self, data: object, path: Path) -> tuple[object, ...]:
        if not isinstance(data, list):
            raise Misfit(path, "这里应是一份清单。", "请逐条列出，没有时写空清单 []。")
        return tuple(self.item.read(each, (*path, number)) for number, each in enumerate(data))


def _read_key(key: Key, data: Mapping[object, object], path: Path) -> object:
    stated = data.get(key.name)
    if stated is not None:
        return key.shape.read(stated, (*path, key.name))
    if key.silent is REQUIRED:
        raise Misfit((*path, key.name), f"缺少“{key.name}”（{key.label}）。", "请补写这一项。")
    return key.silent
