"""Read running text: facts behind their labels, and the sections of the narrative under their headings."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from jiping.domain.filing import Section, SectionName
from jiping.domain.place import Place
from jiping.layouts.read.lines.paragraphs import paragraphs
from jiping.layouts.read.recognition import Traced
from jiping.layouts.read.sheet import Sheet
from jiping.layouts.read.stream import Line
from jiping.layouts.read.words.lookup import Lookup
from jiping.layouts.spacing import bare, half_width, join

_FURNITURE = re.compile(
    r"[-—–－]\s*\d+\s*[-—–－]|第\s*\d+\s*页.{0,12}|[（(]?(?:续表|续上表|接上表|接上页|转下页)\s*\d*[）)]?"
)
_SURE = 4  # a label so long is one even where the break before it was lost
_MONEY_UNIT = re.compile(
    r"(?:^|\s|(?<=[表度年）)]))[（(]?(?:金额|计量)?\s*单位\s*[：:]\s*(?:人民币)?(亿元|万元|元)\s*[）)]?$"
)


def is_furniture(text: str) -> bool:
    """Tell what a page end brings, its number or 续表, from content."""
    return bool(_FURNITURE.fullmatch(text.strip()))


@dataclass
class LineReader:
    """Reads the lines of one sheet in order. `wrapped` says that paragraphs are broken into lines."""

    sheet: Sheet
    lookup: Lookup
    wrapped: bool
    heading: tuple[SectionName, Line] | None = None
    texts: list[str] = field(default_factory=list)
    last_fact: str | None = None

    def read(self, line: Line) -> None:
        """Take the line for what it is; a line that fits nowhere becomes a remark."""
        text = line.text.strip()
        if not text or is_furniture(text) or self.understand(line):
            return
        if self.heading is not None:
            self.texts.append(line.text)
            self.sheet.trace(Traced.SECTION, self.heading[0].value, line.text, line.place)
        elif self.wrapped and self.last_fact is not None and not re.search("[：:]", text):
            self.sheet.facts[self.last_fact] = join((self.sheet.facts[self.last_fact], text))
            self.sheet.trace(Traced.FACT, self.last_fact, text, line.place)
        else:
            self.sheet.remark(f"“{_short(text)}”没有归入任何一栏。", line.place)

    def understand(self, line: Line) -> bool:
        """Take a line that the form itself explains: a heading, a labelled fact, a printed phrase."""
        text = self.without_money_unit(line.text.strip())
        return not text or (
            bare(text) in self.lookup.fixed
            or self._take_loose(text, line.place)
            or self._take_labels(text, line.place)
            or self._take_heading(line)
        )

    def state(self, name: str, value: str, place: Place | None) -> None:
        """Take a fact; the next line may continue it."""
        self.sheet.state(name, value, place)
        self.last_fact = name if name in self.sheet.facts and name != "year" else None

    def close(self) -> None:
        """End the open section: its lines become its text."""
        if self.heading is not None:
            name, line = self.heading
            text = paragraphs(self.texts) if self.wrapped else "\n".join(self.texts)
            self.sheet.tell(name, Section(line.text.strip(), text, place=line.place))
            self.heading, self.texts = None, []

    def without_money_unit(self, text: str) -> str:
        """Take the unit of money that the head of a form states, alone or at the end of a line; return the rest."""
        found = _MONEY_UNIT.search(text)
        if found is None:
            return text
        self.sheet.money_unit = found[1]
        return text[: found.start()].strip()

    def _take_loose(self, text: str, place: Place | None) -> bool:
        for pattern in self.lookup.loose.values():
            found = pattern.fullmatch(half_width(text))
            if found:
                for name, value in found.groupdict().items():
                    self.sheet.state(name, value, place)
                return True
        return False

    def _take_labels(self, text: str, place: Place | None) -> bool:
        if not label_pattern(self.lookup).match(text):
            return False
        look = label_pattern(self.lookup) if self.wrapped else _run_on(self.lookup)
        others = _unread_pattern(self.lookup).finditer(text)
        found = sorted({each.start(): each for each in (*others, *look.finditer(text))}.items())
        for (_, each), end in zip(found, [*(start for start, _ in found[1:]), len(text)], strict=True):
            name = self.lookup.labels.get(bare(each[each.lastindex or 1]))
            if name is not None:
                self.sheet.asked.add(name)
                self.state(name, text[each.end() : end], place)
        return True

    def _take_heading(self, line: Line) -> bool:
        name, heading, text = self.lookup.heading(line.text), line.text, ""
        if name is None and (both := self.lookup.heading_with_text(line.text)) is not None:
            name, heading, text = both
        if name is None or self.sheet.is_told(name) or (self.heading and self.heading[0] is name):
            return False
        self.close()
        self.heading, self.last_fact = (name, replace(line, text=heading)), None
        self.sheet.trace(Traced.HEADING, name.value, heading, line.place)
        if text:
            self.texts.append(text)
            self.sheet.trace(Traced.SECTION, name.value, text, line.place)
        return True


@lru_cache(maxsize=8)
def label_pattern(lookup: Lookup) -> re.Pattern[str]:
    """Return what a label with its colon looks like where a line or a word begins."""
    return re.compile(rf"(?<!\S){_labels(lookup)}")


@lru_cache(maxsize=8)
def _run_on(lookup: Lookup) -> re.Pattern[str]:
    """Return the same, and a long label anywhere: the break before it may have been lost."""
    return re.compile(rf"{label_pattern(lookup).pattern}|{_labels(lookup, _SURE)}")


@lru_cache(maxsize=8)
def _unread_pattern(lookup: Lookup) -> re.Pattern[str]:
    """Return what a label looks like that announces no fact of a filing: the value before it ends there."""
    return re.compile(rf"(?<!\S){_any_of(lookup.unread)}")


def _labels(lookup: Lookup, shortest: int = 1) -> str:
    return _any_of(label for label in lookup.labels if len(label) >= shortest)


def _any_of(labels: Iterable[str]) -> str:
    longest_first = sorted(labels, key=lambda label: (-len(label), label))
    spaced = (r"\s*".join(map(re.escape, label)) for label in longest_first)
    return rf"({'|'.join(spaced) or '(?!)'})\s*(?:[（(][^（(：:]{{1,6}}[）)])?\s*[：:]"


def _short(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:29]}…"
