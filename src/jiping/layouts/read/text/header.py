"""The header of a score table in plain text: where it begins, and where the first row begins behind it."""

from collections.abc import Sequence

from jiping.domain.layout import ColumnRole
from jiping.layouts.read.recognition import Traced
from jiping.layouts.read.sheet import Sheet
from jiping.layouts.read.stream import Line
from jiping.layouts.read.text.token import Token
from jiping.layouts.read.words.lookup import Lookup, column_key

_FUND_COLUMNS = 4  # so many headings of a budget block are no coincidence
_HEADING_WORDS = 4  # a column heading is broken into no more pieces than this


def begins_table(line: Line, lookup: Lookup) -> bool:
    """Tell whether a line begins the header of a score table."""
    keys = line.text.split()
    roles = {lookup.scores.known[key] for key in keys if key in lookup.scores.known}
    return line.text.strip() in lookup.groups or (len(roles) > 1 and ColumnRole.TARGET in roles)


def take_header(words: Sequence[Token], sheet: Sheet, lookup: Lookup) -> Sequence[Token]:
    """Return the words behind a header; what is lost with it is remarked upon, its headings are traced."""
    lost, end = _extent(words, lookup)
    roles = {lookup.funds.known.get(column_key(word.text)) for word in words[:lost]}
    if len(roles - {None}) >= _FUND_COLUMNS:
        sheet.remark("表前的预算资金等内容无法从没有表格线的文字中读出。", words[0].place)
    for word in words[:end]:
        role = lookup.scores.known.get(column_key(word.text))
        if role is not None:
            sheet.trace(Traced.HEADING, role.value, word.text, word.place)
    return words[end:]


def _extent(words: Sequence[Token], lookup: Lookup) -> tuple[int, int]:
    """Return how many words stand before the heading of the third level, and where that ends; else the header's end."""
    for end in range(len(words), 0, -1):
        for start in range(max(0, end - _HEADING_WORDS), end):
            key = column_key("".join(word.text for word in words[start:end]))
            if lookup.scores.known.get(key) is ColumnRole.LEVEL3:
                return start, end
    return 0, next((at for at, word in enumerate(words) if not _is_heading(word, lookup)), len(words))


def _is_heading(word: Token, lookup: Lookup) -> bool:
    key = column_key(word.text)
    return key in lookup.scores.known or key in lookup.groups
