"""Read a score table from plain text: anchors, then labels, then cells."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from jiping.domain.doubt import Confidence, Doubt, Figure
from jiping.domain.filing import Indicator
from jiping.domain.layout import ColumnRole
from jiping.layouts.read.recognition import Traced
from jiping.layouts.read.sheet import Sheet
from jiping.layouts.read.stream import Line
from jiping.layouts.read.text.anchor import Chunk, chunks
from jiping.layouts.read.text.cut import Cells, alike, cut
from jiping.layouts.read.text.label import Labelled, take_labels
from jiping.layouts.read.text.share import share
from jiping.layouts.read.text.token import Token, joined, tokens
from jiping.layouts.read.words.lookup import Lookup, column_key
from jiping.layouts.read.words.vocabulary import Vocabulary
from jiping.layouts.spacing import value_text
from jiping.layouts.template import pattern

_FUND_COLUMNS = 4  # so many headings of a budget block are no coincidence
_FIELDS = ("level1", "level2", "level3", "target", "actual", "weight", "score", "reason")
_CUT = (Figure.TARGET, Figure.ACTUAL)
_HEADING_WORDS = 4  # a column heading is broken into no more pieces than this


@dataclass
class ScoreText:
    """Reads the rows of one score table in order; levels hold until the next label."""

    sheet: Sheet
    lookup: Lookup
    vocabulary: Vocabulary
    level1: str | None = None
    level2: str | None = None
    inherited: list[int] = field(default_factory=list)  # rows whose level 1 was only carried over

    def read(self, lines: Sequence[Line]) -> None:
        """Take the lines from the header to the total row."""
        words = tokens(lines)
        end = self._take_total(words)
        found, rest = chunks(words[:end])
        for chunk in found:
            self._take(chunk)
        self._take_rest(rest)

    def _take_total(self, words: Sequence[Token]) -> int:
        """Take the sums behind the last total label; return where the label stands."""
        at = next((at for at in reversed(range(len(words))) if words[at].text in self.lookup.total_labels), len(words))
        if at == len(words):
            return at
        rest = words[at + 1 :]
        sums = [word.number for word in rest[:2] if word.number is not None]
        self.sheet.add_total((*sums, None, None)[:2])
        text = "".join(word.text for word in rest[len(sums) :])
        told = ("label", *("weight", "score")[: len(sums)], *("grade" for _ in rest[len(sums) :]))
        for word, name in zip(words[at:], told, strict=True):
            self.sheet.trace(Traced.TOTAL, name, word.text, word.place)
        found = next((each for grade in self.lookup.grades if (each := pattern(grade).fullmatch(text))), None)
        if found:
            self.sheet.grade = found["grade"]
        elif text:
            self.sheet.remark(f"总计行后的“{text}”未读取。", rest[-1].place)
        return at

    def _take(self, chunk: Chunk) -> None:
        words = self._without_header(chunk.words)
        self._trace_header(chunk.words[: len(chunk.words) - len(words)])
        labelled = take_labels(words, self.vocabulary)
        self._add_reason(labelled.before)
        self._trace("reason", labelled.before, len(self.sheet.rows) - 1)
        self._set_levels(labelled)
        cells = cut(labelled.words, self.vocabulary.lexicon)
        self._trace_row(words[len(labelled.before) : len(words) - len(labelled.words)], labelled, cells, chunk)
        place = (labelled.words or chunk.words)[0].place if labelled.words or chunk.words else None
        if cells is None or not cells.certain or (labelled.doubtful and not alike(cells, self.vocabulary.lexicon)):
            text = joined(labelled.words)
            why = f"“{text[:30]}”分不清指标名称、指标值和完成值，请核对。"
            self.sheet.doubt(Doubt(cells.name if cells else text, text, why, Confidence.LOW, place, _CUT))
        self.sheet.rows.append(
            Indicator(
                self.level1,
                self.level2,
                cells.name if cells else joined(labelled.words),
                target=cells.target if cells else None,
                actual=cells.actual if cells else None,
                weight=chunk.weight,
                score=chunk.score,
                reason=value_text(joined(chunk.reason)),
                place=place,
            )
        )

    def _trace(self, name: str, words: Sequence[Token], row: int) -> None:
        for word in words if row >= 0 else ():
            self.sheet.trace(Traced.ROW, name, word.text, word.place, row)

    def _trace_header(self, words: Sequence[Token]) -> None:
        for word in words:
            role = self.lookup.scores.known.get(column_key(word.text))
            if role is not None:
                self.sheet.trace(Traced.HEADING, role.value, word.text, word.place)

    def _trace_row(self, labels: Sequence[Token], labelled: Labelled, cells: Cells | None, chunk: Chunk) -> None:
        row = len(self.sheet.rows)
        levels = share(labels, (labelled.level1, labelled.level2))
        texts = (cells.name, cells.target, cells.actual) if cells else (joined(labelled.words), None, None)
        points = ([word] for word in chunk.points)
        shares = (*levels, *share(labelled.words, texts), *points, chunk.reason)
        for name, words in zip(_FIELDS, shares, strict=True):
            self._trace(name, words, row)

    def _without_header(self, words: Sequence[Token]) -> Sequence[Token]:
        """Return the words behind a header, which ends with the heading of the third level."""
        for end in range(len(words), 0, -1):
            for start in range(max(0, end - _HEADING_WORDS), end):
                key = column_key("".join(word.text for word in words[start:end]))
                if self.lookup.scores.known.get(key) is ColumnRole.LEVEL3:
                    self._remark_lost(words[:start])
                    return words[end:]
        start = 0
        while start < len(words) and self._is_heading(words[start]):
            start += 1
        return words[start:]

    def _remark_lost(self, header: Sequence[Token]) -> None:
        roles = {self.lookup.funds.known.get(column_key(word.text)) for word in header}
        if len(roles - {None}) >= _FUND_COLUMNS:
            self.sheet.remark("表前的预算资金等内容无法从没有表格线的文字中读出。", header[0].place)

    def _is_heading(self, word: Token) -> bool:
        key = column_key(word.text)
        return key in self.lookup.scores.known or key in self.lookup.groups

    def _set_levels(self, labelled: Labelled) -> None:
        if labelled.level1 is not None:
            self._claim(labelled.level1)
            self.level2 = labelled.level2 or (self.level2 if self.inherited else None)
            self.level1, self.inherited = labelled.level1, []
            return
        if labelled.level2 is not None:
            self.level2 = labelled.level2
            self.inherited = []
        self.inherited.append(len(self.sheet.rows))

    def _claim(self, level1: str) -> None:
        """Give a label that came late (set in the middle of its merged cell) to the rows above that are its own."""
        for at in reversed(range(len(self.sheet.rows))):
            row = self.sheet.rows[at]
            if row.level1 == level1 or not (row.level1 is None or self.vocabulary.belongs(row.level2, level1)):
                return
            self.sheet.rows[at] = replace(row, level1=level1)

    def _add_reason(self, words: Sequence[Token]) -> None:
        """Give words that stood before a label to the row above: they are the rest of its last column."""
        if not words:
            return
        if not self.sheet.rows:
            self.sheet.remark(f"“{joined(words)[:30]}”没有归入任何一栏。", words[0].place)
            return
        row = self.sheet.rows[-1]
        self.sheet.rows[-1] = replace(row, reason=(row.reason or "") + joined(words))

    def _take_rest(self, words: Sequence[Token]) -> None:
        """Take what stands between the last row and the total: a late label, or something that is no row."""
        label = "".join(word.text for word in words)
        if label in self.vocabulary.level1:
            self._claim(label)
        elif words:
            self.sheet.remark(f"“{joined(words)[:30]}”后面没有权重和得分，未读取。", words[0].place)
