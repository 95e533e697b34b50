"""The value grammar: what a target or an actual says, read exactly or not at all.

Only notation is known here (signs, digits, units); words that carry meaning come from the rule pack's Lexicon.
"""

import re

from jiping.domain.lexicon import Lexicon
from jiping.domain.value.dates import read_date
from jiping.domain.value.hanzi import read_hanzi_quantity
from jiping.domain.value.kinds import Value, ValueKind
from jiping.domain.value.notation import compact
from jiping.domain.value.numbers import read_quantities, read_quantity
from jiping.domain.value.quarters import read_quarter
from jiping.domain.value.words import read_class, read_numbered_placeholder, read_sentence, read_words

MAX_LENGTH = 120  # a cell longer than this is prose, whatever figures it holds
MEMORY_SIZE = 50_000
_DIGIT = re.compile("[0-9]")
_NOTHING = Value("", ValueKind.BLANK)


def parse_value(text: str | None, lexicon: Lexicon) -> Value:
    """Return what `text` says; an empty text and a printed placeholder are BLANK, the unreadable is TEXT."""
    if text is None:
        return _NOTHING
    known = lexicon.memory.get(text)
    if isinstance(known, Value):
        return known
    value = _parse(text, lexicon)
    if len(lexicon.memory) >= MEMORY_SIZE:
        lexicon.memory.clear()
    lexicon.memory[text] = value
    return value


def _parse(text: str, lexicon: Lexicon) -> Value:
    if len(text) > 2 * MAX_LENGTH:
        return Value(text, ValueKind.TEXT)
    plain = compact(text)
    if len(plain) > MAX_LENGTH:
        return Value(text, ValueKind.TEXT)
    value = read_words(text, plain, lexicon)
    if value is not None:
        return value
    if "季度" in plain or "半年" in plain:
        value = read_quarter(text, plain)
        if value is not None:
            return value
    if _DIGIT.search(plain):
        value = read_date(text, plain) or read_quantity(text, plain) or read_quantities(text, plain)
        value = value or read_numbered_placeholder(text, plain, lexicon)
    else:
        value = read_class(text, plain) or read_hanzi_quantity(text, plain) or read_sentence(text, plain, lexicon)
    return value or Value(text, ValueKind.TEXT)
