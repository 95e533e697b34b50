"""Read a score table from plain text: anchors, then labels, then cells."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from jiping.domain.doubt import Confidence, Doubt, Figure
from jiping.domain.filing import Indicator
from jiping.domain.place import Place
from jiping.layouts.read.recognition import Traced
from jiping.layouts.read.sheet import Sheet
from jiping.layouts.read.stream import Line
from jiping.layouts.read.text.anchor import Chunk, chunks
from jiping.layouts.read.text.cut import Cells, alike, cut
from jiping.layouts.read.text.header import take_header
from jiping.layouts.read.text.label import Labelled, take_labels
from jiping.layouts.read.text.levels import Levels
from jiping.layouts.read.text.share import share
from jiping.layouts.read.text.token import Token, joined, tokens
from jiping.layouts.read.text.total import take_total
from jiping.layouts.read.words.lookup import Lookup
from jiping.layouts.read.words.vocabulary import Vocabulary
from jiping.layouts.spacing import value_text

_FIELDS = ("level1", "level2", "level3", "target", "actual", "weight", "score", "reason")
_CUT = (Figure.TARGET, Figure.ACTUAL)


@dataclass
class ScoreText:
    """Reads the rows of one score table in order."""

    sheet: Sheet
    lookup: Lookup
    vocabulary: Vocabulary
    levels: Levels = field(init=False)

    def __post_init__(self) -> None:
        self.levels = Levels(self.sheet.rows, self.vocabulary)

    def read(self, lines: Sequence[Line]) -> None:
        """Take the lines from the header to the total row."""
        words = tokens(lines)
        end = take_total(words, self.sheet, self.lookup)
        found, rest = chunks(words[:end])
        for chunk in found:
            self._take(chunk)
        self._take_rest(rest)

    def _take(self, chunk: Chunk) -> None:
        words = take_header(chunk.words, self.sheet, self.lookup)
        labelled = take_labels(words, self.vocabulary)
        self._add_reason(labelled.before)
        self._trace("reason", labelled.before, len(self.sheet.rows) - 1)
        self.levels.take(labelled)
        cells = cut(labelled.words, self.vocabulary.lexicon)
        self._trace_row(words[len(labelled.before) : len(words) - len(labelled.words)], labelled, cells, chunk)
        place = (labelled.words or chunk.words)[0].place if labelled.words or chunk.words else None
        if cells is None or not cells.certain or (labelled.doubtful and not alike(cells, self.vocabulary.lexicon)):
            self._doubt(cells, joined(labelled.words), place)
        self.sheet.rows.append(
            Indicator(
                self.levels.level1,
                self.levels.level2,
                cells.name if cells else joined(labelled.words),
                target=cells.target if cells else None,
                actual=cells.actual if cells else None,
                weight=chunk.weight,
                score=chunk.score,
                reason=value_text(joined(chunk.reason)),
                place=place,
            )
        )

    def _doubt(self, cells: Cells | None, text: str, place: Place | None) -> None:
        why = f"“{text[:30]}”分不清指标名称、指标值和完成值，请核对。"
        self.sheet.doubt(Doubt(cells.name if cells else text, text, why, Confidence.LOW, place, _CUT))

    def _trace(self, name: str, words: Sequence[Token], row: int) -> None:
        for word in words if row >= 0 else ():
            self.sheet.trace(Traced.ROW, name, word.text, word.place, row)

    def _trace_row(self, labels: Sequence[Token], labelled: Labelled, cells: Cells | None, chunk: Chunk) -> None:
        row = len(self.sheet.rows)
        levels = share(labels, (labelled.level1, labelled.level2))
        texts = (cells.name, cells.target, cells.actual) if cells else (joined(labelled.words), None, None)
        points = ([word] for word in chunk.points)
        shares = (*levels, *share(labelled.words, texts), *points, chunk.reason)
        for name, words in zip(_FIELDS, shares, strict=True):
            self._trace(name, words, row)

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
            self.levels.claim(label)
        elif words:
            self.sheet.remark(f"“{joined(words)[:30]}”后面没有权重和得分，未读取。", words[0].place)
