"""Readers of what is looked up: sections, settings of checks, drafts, word lists, tables, numbers."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from jiping.domain.filing import Form, SectionName
from jiping.domain.finding import Severity
from jiping.rulepack.rules import CheckSetting, Sections
from jiping.rulepack.strict.node import Node
from jiping.rulepack.table import Row

Fields = Mapping[str, Node]


def read_sections(fields: Fields) -> Sections:
    required = fields["required"].mapping(optional=[form.value for form in Form])
    headings = fields["headings"].mapping(required=[name.value for name in SectionName])
    return Sections(
        {form: tuple(each.choice(SectionName).value for each in node.list()) for form, node in required.items()},
        {name: node.texts() for name, node in headings.items()},
    )


def read_checks(fields: Fields) -> Mapping[str, CheckSetting]:
    return {code: _check_setting(node) for code, node in fields["settings"].items()}


def _check_setting(node: Node) -> CheckSetting:
    fields = node.mapping(optional=("severity", "enabled"))
    severity, enabled = fields.get("severity"), fields.get("enabled")
    return CheckSetting(
        severity=None if severity is None else severity.choice(Severity),
        enabled=True if enabled is None else enabled.flag(),
    )


def read_drafts(fields: Fields) -> Mapping[str, str]:
    return texts_by_name(fields["texts"])


def read_words(fields: Fields) -> tuple[str, ...]:
    _refuse_repeats(fields["words"].list())
    return fields["words"].texts()


def _refuse_repeats(nodes: Iterable[Node]) -> None:
    seen: set[str] = set()
    for node in nodes:
        word = node.text()
        if word in seen:
            raise node.fault(f"写的“{word}”与前面重复。", "请删去一处。")
        seen.add(word)


def read_rows(fields: Fields) -> tuple[Row, ...]:
    return tuple({name: _cell(each) for name, each in row.items()} for row in fields["rows"].list())


def _cell(node: Node) -> object:
    if isinstance(node.value, tuple):
        return node.texts()
    node.written()  # refuses a nested mapping
    return node.value


def read_number(fields: Fields) -> Decimal:
    return fields["value"].decimal()


def read_setting(fields: Fields) -> object:
    return _cell(fields["setting"])


def texts_by_name(node: Node | None) -> Mapping[str, str]:
    return {} if node is None else {name: each.text() for name, each in node.items()}
