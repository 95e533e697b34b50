"""Read one sheet of plain text: facts and narrative line by line, the score table as a whole."""

from collections.abc import Sequence

from jiping.layouts.read.lines.reader import LineReader, is_furniture, label_pattern
from jiping.layouts.read.sheet import Sheet
from jiping.layouts.read.stream import Line
from jiping.layouts.read.text.header import begins_table
from jiping.layouts.read.text.score_sheet import ScoreText
from jiping.layouts.read.words.lookup import Lookup
from jiping.layouts.read.words.vocabulary import Vocabulary


def read_text(lines: Sequence[Line], sheet: Sheet, lookup: Lookup, vocabulary: Vocabulary) -> None:
    """Fill `sheet` from the lines under its title."""
    reader = LineReader(sheet, lookup, wrapped=True)
    start, end = _score_table(lines, reader)
    for line in lines[:start]:
        reader.read(line)
    reader.close()
    if start < end:
        body = [line for line in lines[start:end] if not is_furniture(line.text)]
        ScoreText(sheet, lookup, vocabulary).read(body)
    for line in lines[end:]:
        reader.read(line)


def _score_table(lines: Sequence[Line], reader: LineReader) -> tuple[int, int]:
    """Return where the score table begins and ends: from its header to the next labelled line."""
    lookup = reader.lookup
    start = next((at for at, line in enumerate(lines) if begins_table(line, lookup)), None)
    if start is None and reader.sheet.title is not None and reader.sheet.title.scores_only:
        start = next((at for at, line in enumerate(lines) if line.text.strip() and not reader.understand(line)), None)
    if start is None:
        return len(lines), len(lines)
    label = label_pattern(lookup)
    end = next((at for at in range(start, len(lines)) if label.match(lines[at].text.strip())), len(lines))
    return start, end
