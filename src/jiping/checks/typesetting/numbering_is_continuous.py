"""TY01."""

import re
from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import sections
from jiping.domain.filing import Section
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation

_DIGITS = "一二三四五六七八九十"
_NUMBERED = re.compile(
    rf"\s*(?:（(?P<cn2>[{_DIGITS}]{{1,3}})）|(?P<cn1>[{_DIGITS}]{{1,3}})、"
    r"|(?P<arabic>\d{1,2})[、．.](?!\d)|（(?P<inner>\d{1,2})）)[^，。；：]{0,20}"
)


@check(code="TY01", severity=Severity.HINT, basis="official_document_format")
def numbering_is_continuous(evaluation: Evaluation) -> Iterator[Objection]:
    """标题序号应当连续。

    为何：序号断开或层次混用，读者会以为漏了内容。
    反例：“（一）项目概况”之后是“2、绩效目标”。
    正例：“（一）项目概况”之后是“（二）绩效目标”。
    """
    for _, section in sections(evaluation):
        yield from _breaks(section)


def _breaks(section: Section) -> Iterator[Objection]:
    last: dict[str, int] = {}
    previous = ""
    for match in filter(None, map(_NUMBERED.match, section.text.split("\n"))):
        style, number = _style_and_number(match)
        if number not in (1, last.get(style, 0) + 1):
            after = f"之前是“{previous}”，" if previous else ""
            yield Objection(
                where=section.heading,
                message=f"标题“{match.group().strip()}”{after}没有与它同一层次的上一个序号。",
                remedy="请按“一、”“（一）”“1．”“（1）”的层次重新编号。",
                place=section.place,
            )
        last[style] = number
        previous = match.group().strip()


def _style_and_number(match: re.Match[str]) -> tuple[str, int]:
    for style in ("cn1", "cn2"):
        if match[style]:
            return style, _value(match[style])
    style = "arabic" if match["arabic"] else "inner"
    return style, int(match[style])


def _value(numeral: str) -> int:
    """Return the number a Chinese numeral below one hundred stands for."""
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return _digit(numeral)
    return (_digit(tens) if tens else 1) * 10 + (_digit(ones) if ones else 0)


def _digit(numeral: str) -> int:
    return _DIGITS.index(numeral[-1]) + 1
