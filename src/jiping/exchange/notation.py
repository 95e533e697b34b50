"""Values in the YAML a clerk can read: plain words where they are safe, blocks for prose, quotes for the rest."""

import re
from collections.abc import Iterator, Mapping

from jiping.exchange.keys.place import PLACED
from jiping.exchange.keys.sections import SECTIONS
from jiping.exchange.record import Key, Listing, Record
from jiping.exchange.scalar import Json

# first a letter or digit, then nothing YAML could take for punctuation of its own
_PLAIN = re.compile(r"[^\W_](?:[\w（）《》〔〕、，。；“”·%％≥≤/.]| (?=[\w（《〔]))*")
_NOT_PLAIN = re.compile(r"(?i)yes|no|on|off|true|false|null")
LONG = 40  # characters that still read well behind a key
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
# where the facts were read from would mislead: places in this file are its own lines
_WHEN_STATED = frozenset({"bound", "waivers", "evidence"})  # the header says how to add them


def record_lines(
    record: Record, data: Mapping[str, Json], *, indent: str = "", comments: bool = False
) -> Iterator[str]:
    """Yield the lines of a record. A silent key is left blank to fill in, unless it is one that the header explains."""
    for key in record.keys:
        value = data.get(key.name)
        if key.name in PLACED or (key.name in _WHEN_STATED and _is_silent(value)):
            continue
        if comments:
            yield from ("", f"{indent}# {_comment(key)}")
        yield from _key_lines(key, value, indent, comments=comments)


def scalar(value: Json, indent: str = "") -> str:
    """Return a single value as YAML, with the blank or line break that must stand before it."""
    if value is None:
        return ""
    text = f"{value}"
    if _PLAIN.fullmatch(text) and not _NOT_PLAIN.fullmatch(text):
        return f" {text}"
    if ("\n" in text or len(text) > LONG) and _fits_block(text):
        return " |-\n" + "\n".join(f"{indent}  {line}" if line else "" for line in text.split("\n"))
    return f' "{"".join(_ESCAPES.get(each) or _visible(each) for each in text)}"'


def _key_lines(key: Key, value: Json, indent: str, *, comments: bool) -> Iterator[str]:
    shape = key.shape
    if isinstance(shape, Record) and isinstance(value, dict):
        yield f"{indent}{key.name}:"
        yield from record_lines(shape, value, indent=f"{indent}  ", comments=comments and key.name == "narrative")
    elif isinstance(shape, Listing) and isinstance(value, list):
        yield f"{indent}{key.name}:{'' if value else ' []'}"
        for item in value:
            yield from _item_lines(shape, item, f"{indent}  ")
    else:
        yield f"{indent}{key.name}:{scalar(None if value == key.silent else value, indent)}"


def _item_lines(shape: Listing, item: Json, indent: str) -> Iterator[str]:
    if not isinstance(shape.item, Record) or not isinstance(item, dict):
        yield f"{indent}-{scalar(item, indent)}"
        return
    first, *rest = record_lines(shape.item, item, indent=f"{indent}  ")
    yield f"{indent}- {first.removeprefix(f'{indent}  ')}"
    yield from rest


def _comment(key: Key) -> str:
    shape = key.shape.item if isinstance(key.shape, Listing) else key.shape
    if not isinstance(shape, Record) or tuple(each.name for each in shape.keys) == tuple(SECTIONS):
        return key.label
    return f"{key.label}：{'，'.join(f'{each.name} {each.label}' for each in shape.keys if each.name not in PLACED | _WHEN_STATED)}"


def _is_silent(value: Json) -> bool:
    if isinstance(value, dict):
        return all(_is_silent(each) for each in value.values())
    return value is None or value == []


def _fits_block(text: str) -> bool:
    lines = text.split("\n")
    return (
        all(each.isprintable() or each in "\n\u3000" for each in text)
        and not any(line.startswith(" ") for line in lines)
        and bool(lines[0])
        and bool(lines[-1])
    )


def _visible(each: str) -> str:
    return each if each.isprintable() or each == "\u3000" else f"\\U{ord(each):08x}"
