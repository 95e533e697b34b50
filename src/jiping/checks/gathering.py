"""Bring together, out of any number of filings, those that a check of all units should see side by side.

A check marks each filing by numbers; filings that share a mark belong together. So a filing leaves only its marks
behind, and nobody compares all with all.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b

from jiping.scoring.score import Evaluation

Marks = Callable[[Evaluation], Iterable[int]]


def mark(text: str) -> int:
    """Return `text` as a mark: a signed number of 64 bits, on every machine the same."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), signed=True)


def marks_on(evaluation: Evaluation, marks: Marks) -> list[int]:
    """Return the marks of one check on a filing, each once; a filing that names no unit has none."""
    return [] if evaluation.filing.unit is None else sorted(set(marks(evaluation)))


def sharing(marked: Iterable[tuple[int, Iterable[int]]]) -> Iterator[list[int]]:
    """Yield who shares a mark, for filings known by number and given with their marks."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number, marks in marked:
        for mark in marks:
            found[mark].append(number)
    return (group for group in found.values() if len(group) > 1)


def joined(groups: Iterable[Sequence[int]]) -> list[list[int]]:
    """Return the groups with those that overlap made one, members in order."""
    parent: dict[int, int] = {}
    for group in groups:
        first = _root(parent, group[0])
        for each in group[1:]:
            parent[_root(parent, each)] = first
    families: defaultdict[int, list[int]] = defaultdict(list)
    for each in sorted(parent):
        families[_root(parent, each)].append(each)
    return sorted(families.values())


def _root(parent: dict[int, int], each: int) -> int:
    parent.setdefault(each, each)
    while parent[each] != each:
        parent[each] = parent[parent[each]]
        each = parent[each]
    return each
