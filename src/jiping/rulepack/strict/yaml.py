"""YAML without surprises: exact numbers, real dates, no duplicate keys, no anchors, no tags, no words that turn boolean."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import yaml
from yaml import events

from jiping.domain.errors import JipingError, PackFault
from jiping.domain.place import Place
from jiping.rulepack.strict.node import Node, Scalar
from jiping.rulepack.strict.text import read_text

MAX_VALUES = 400_000
MAX_DEPTH = 32

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # some machines have no libyaml
_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,29})(?:\.[0-9]{1,30})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BLANK = ("", "~", "null")
_BOOLEAN_LOOKALIKE = re.compile(r"(?i)yes|no|on|off|true|false")
_WIDE_COLON = re.compile(r"\s*(?:- )?[A-Za-z_][A-Za-z0-9_]*\s*：")
_BEGUN = "quoted scalar"  # what is never closed is mended where it was opened
_SYNTAX = (  # what libyaml says → what a person should do
    ("that cannot start any token", "请把制表符（Tab）换成空格；以 @ ` % 开头的文字请加引号。"),
    ("comment or line break", '以 > 或 | 开头的文字请加引号，如 target: ">= 10"。'),
    ("comment or a line break", '以 > 或 | 开头的文字请加引号，如 target: ">= 10"。'),
    ("scanning an a", "以 * 或 & 开头的文字请加引号。"),  # an alias, an anchor
    ("found a tab", "请把制表符（Tab）换成空格。"),
    ("mapping values are not allowed", "文字中含有“: ”（半角冒号加空格）时请给整段文字加引号，或检查上一行的缩进。"),
    ("did not find expected key", "请检查缩进：同一级的名称要左对齐。"),
    ("could not find expected ':'", "名称后面要写半角冒号加空格，如“title: 名称”。"),
    ("expected ',' or", "请检查方括号、花括号是否成对，各项之间是否用半角逗号隔开。"),
    ("quoted scalar", "请检查引号是否成对。"),
)


def read_yaml(data: bytes, file: str, error: type[JipingError] = PackFault) -> Node:
    """Return the one document in `data`; every fault is an `error` that names `file` and line."""
    text = read_text(data, file, error)
    composer = _Composer(file, error)
    try:
        return composer.document(yaml.parse(text, Loader=_LOADER))
    except yaml.YAMLError as problem:
        raise _syntax_error(problem, text, file, error) from None


class _Composer:
    """Builds nodes from the parser's events, refusing what strict YAML has not."""

    def __init__(self, file: str, error: type[JipingError]) -> None:
        self.file = file
        self.error = error
        self.count = 0

    def document(self, stream: Iterator[events.Event]) -> Node:
        next(stream)
        if isinstance(next(stream), events.StreamEndEvent):
            raise self.fault("文件是空的。", "请按说明写入内容。", 1)
        top = next(stream)
        root = self.node(top, stream, "", _line(top), 0)
        next(stream)
        if isinstance(extra := next(stream), events.DocumentStartEvent):
            raise self.fault("一个文件里有两份文档。", "请删去单独成行的“---”，或拆成两个文件。", _line(extra))
        return root

    def node(self, event: events.Event, stream: Iterator[events.Event], path: str, line: int, depth: int) -> Node:
        self.guard(event, line, depth)
        if isinstance(event, events.ScalarEvent):
            return Node(self.scalar(event, line), event.value, self.file, line, path, self.error)
        if isinstance(event, events.SequenceStartEvent):
            items = tuple(self.items(stream, path, depth + 1))
            return Node(items, "", self.file, line, path, self.error)
        return Node(self.parts(stream, path, depth + 1), "", self.file, line, path, self.error)

    def items(self, stream: Iterator[events.Event], path: str, depth: int) -> Iterator[Node]:
        for number, event in enumerate(stream, start=1):
            if isinstance(event, events.SequenceEndEvent):
                return
            yield self.node(event, stream, f"{path}[{number}]", _line(event), depth)

    def parts(self, stream: Iterator[events.Event], path: str, depth: int) -> dict[str, Node]:
        found: dict[str, Node] = {}
        for event in stream:
            if isinstance(event, events.MappingEndEvent):
                break
            key, line = self.key(event), _line(event)
            if key in found:
                raise self.fault(f"“{key}”重复，第 {found[key].line} 行已经写过。", "请只保留一处。", line)
            found[key] = self.node(next(stream), stream, f"{path}.{key}" if path else key, line, depth)
        return found

    def key(self, event: events.Event) -> str:
        line = _line(event)
        self.guard(event, line, 0)
        if not isinstance(event, events.ScalarEvent) or not event.value:
            raise self.fault("冒号前的名称不能为空，也不能是列表。", "请在冒号前写一个名称。", line)
        if event.implicit[0]:
            self.refuse_lookalike(event.value, line)
        return event.value

    def scalar(self, event: events.ScalarEvent, line: int) -> Scalar:
        word = event.value
        if not event.implicit[0]:  # quoted, or a block of text
            return word
        if word in ("true", "false"):
            return word == "true"
        self.refuse_lookalike(word, line)
        if word in _BLANK:
            return None
        if _NUMBER.fullmatch(word):
            return Decimal(word)
        return self.day(word, line) if _DAY.fullmatch(word) else word

    def day(self, word: str, line: int) -> date:
        try:
            return date.fromisoformat(word)
        except ValueError:
            raise self.fault(f"“{word}”不是真实的日期。", "请核对年月日，写成 2024-01-31 的样子。", line) from None

    def refuse_lookalike(self, word: str, line: int) -> None:
        if _BOOLEAN_LOOKALIKE.fullmatch(word):
            remedy = f'请写“是”或“否”；就要这个英文词的，请加引号写成 "{word}"；规则包里的开关写 true 或 false。'
            raise self.fault(f"“{word}”有歧义：有的软件把它当作是或否。", remedy, line)

    def guard(self, event: events.Event, line: int, depth: int) -> None:
        """Refuse references and types, and bound the work."""
        if getattr(event, "anchor", None) is not None:
            raise self.fault(
                "不支持用 & 和 * 引用别处内容。", "请把内容直接写出来；以 & 或 * 开头的文字请加引号。", line
            )
        if getattr(event, "tag", None) is not None:
            raise self.fault("不支持用 ! 标注类型。", "请删去“!”标注；以“!”开头的文字请加引号。", line)
        self.count += 1
        if depth > MAX_DEPTH:
            raise self.fault(f"内容嵌套超过 {MAX_DEPTH} 层。", "请减少嵌套。", line)
        if self.count > MAX_VALUES:
            raise self.fault(f"内容超过 {MAX_VALUES} 项。", "请拆成几个文件。", line)

    def fault(self, what: str, remedy: str, line: int) -> JipingError:
        return self.error(what, remedy=remedy, place=Place(self.file, line=line))


def _line(event: events.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark is not None else 1


def _syntax_error(problem: yaml.YAMLError, text: str, file: str, error: type[JipingError]) -> JipingError:
    first, last = _problem_lines(problem, text)
    before = max(first - 1, 1)  # a name taken for the beginning of a longer text
    for number, line in enumerate(text.split("\n")[before - 1 : last], before):
        if _WIDE_COLON.match(line):
            remedy = "请把名称后面的全角冒号“：”改成半角冒号加空格“: ”。"
            return error("名称后面写了全角冒号。", remedy=remedy, place=Place(file, line=number))
    fallback = "请检查这一行及上一行的缩进、冒号和引号。"
    remedy = next((advice for sign, advice in _SYNTAX if sign in str(problem)), fallback)
    line_number = first if _BEGUN in str(problem) else last
    return error("这里不符合 YAML 写法。", remedy=remedy, place=Place(file, line=line_number))


def _problem_lines(problem: yaml.YAMLError, text: str) -> tuple[int, int]:
    """Return where what went wrong began, and where the parser stopped: one more at the end of an unbroken last line."""
    if not isinstance(problem, yaml.MarkedYAMLError) or problem.problem_mark is None:
        return 1, 1
    last = min(problem.problem_mark.line, text.count("\n")) + 1
    begun = problem.context_mark
    return (last if begun is None else min(begun.line + 1, last)), last
