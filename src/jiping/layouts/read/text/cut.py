"""Cut the words of a row into name, target and actual where the two values resemble each other most."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from jiping.domain.lexicon import Lexicon
from jiping.domain.value.kinds import Value, ValueKind
from jiping.domain.value.parse import parse_value
from jiping.layouts.read.text.token import Token, joined
from jiping.layouts.spacing import bare, value_text

_MOST_WORDS = 40  # a row of more words is several rows run together

# How much each sign of a right cut counts, against one point for every character that is no longer in the name.
_SAME_TEXT = 100
_SAME_KIND = 80
_VALUE = 40
_BOUND = 40
_NEW_CELL = 20


@dataclass(frozen=True, slots=True)
class Cells:
    """The three texts of a row; `certain` is False where the words do not say which value is which."""

    name: str
    target: str | None
    actual: str | None
    certain: bool


def cut(words: Sequence[Token], lexicon: Lexicon) -> Cells | None:
    """Return name, target and actual; None when there are no words or too many for one row."""
    if not words or len(words) > _MOST_WORDS:
        return None
    if len(words) < 3:
        value = joined(words[1:]) or None
        return Cells(words[0].text, value, None, certain=value is None)
    pairs = combinations(range(1, len(words)), 2)
    first, second = max(pairs, key=lambda pair: _likeness(words, pair[0], pair[1], lexicon))
    target, actual = value_text(joined(words[first:second])), value_text(joined(words[second:]))
    return Cells(joined(words[:first]), target, actual, certain=True)


def _likeness(words: Sequence[Token], first: int, second: int, lexicon: Lexicon) -> int:
    """Return how well words[first:second] and words[second:] go as target and actual."""
    target, actual = joined(words[first:second]), joined(words[second:])
    a, b = parse_value(target, lexicon), parse_value(actual, lexicon)
    points = _SAME_TEXT * (bare(target) == bare(actual))
    points += _SAME_KIND * (a.kind is b.kind and a.kind is not ValueKind.TEXT and a.unit == b.unit)
    points += _VALUE * (_is_value(a) + _is_value(b)) + _BOUND * (a.comparator is not None)
    points += _NEW_CELL * sum(not words[at].begins for at in (first, second))
    return points - len(target) - len(actual)


def alike(cells: Cells, lexicon: Lexicon) -> bool:
    """Tell whether target and actual are values of one kind."""
    target, actual = parse_value(cells.target, lexicon), parse_value(cells.actual, lexicon)
    return target.kind is actual.kind and _is_value(target)


def _is_value(value: Value) -> bool:
    return value.kind is not ValueKind.TEXT
