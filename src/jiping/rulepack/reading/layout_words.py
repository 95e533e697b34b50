"""The words of a layout file: templates with their fields, and the vocabulary that is only read."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from jiping.domain.filing import Filing, SectionName, SignOff
from jiping.domain.layout import ColumnRole, Reading, Words
from jiping.rulepack.strict.node import Node, closest

_FACTS = tuple(each.name for kind in (Filing, SignOff) for each in fields(kind))
_KINDS = ("any", "money", "number", "percent", "grade")


def read_words(node: Node) -> Reading:
    """Return the vocabulary under `reading`."""
    parts = node.mapping(optional=[each.name for each in fields(Reading)])
    read: dict[str, Any] = {name: _READERS.get(name, Node.texts)(each) for name, each in parts.items()}
    return Reading(**read)


def facts_of(node: Node) -> Mapping[str, Words]:
    """Return the templates of every fact."""
    return {_fact(name, each): templates(each) for name, each in node.items()}


def headings(node: Node) -> Mapping[SectionName, Words]:
    """Return the headings of every section, in the order of the form."""
    known = [name.value for name in SectionName]
    parts = node.mapping(optional=known)
    return {name: parts[name.value].texts() for name in SectionName if name.value in parts}


def templates(node: Node) -> Words:
    return tuple(template(each) for each in node.list())


def template(node: Node) -> str:
    """Return a template whose every name in braces is known."""
    text = node.text()
    known = (*_FACTS, *_KINDS)
    for name in re.findall(r"\{(.*?)\}", text):
        if name not in known:
            raise node.fault(f"用了不认识的名称“{name}”。", f"{closest(name, known)}可用的名称：{'、'.join(known)}。")
    return text


def _labels(node: Node) -> Mapping[str, Words]:
    return {_fact(name, each): each.texts() for name, each in node.items()}


def _of_columns(node: Node) -> Mapping[ColumnRole, Words]:
    parts = node.mapping(optional=[role.value for role in ColumnRole])
    return {ColumnRole(name): each.texts() for name, each in parts.items()}


def _fact(name: str, node: Node) -> str:
    if name not in _FACTS:
        raise node.fault("是不认识的事实。", f"{closest(name, _FACTS)}可用的名称：{'、'.join(_FACTS)}。")
    return name


_READERS: Mapping[str, Callable[[Node], object]] = {
    "titles": templates,
    "lines": templates,
    "grades": templates,
    "labels": _labels,
    "sections": headings,
    "scores": _of_columns,
    "funds": _of_columns,
    "score_hints": _of_columns,
    "fund_hints": _of_columns,
}
