"""A balanced tree of pages (ISO 32000-1, 7.7.3): a viewer reaches any page in few steps however many there are."""

from dataclasses import dataclass

from jiping.statements.pdf_objects import PAGES

_KIDS = 64  # of a node of the page tree


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the page tree (7.7.3): its number, its parent's, its children's, and how many pages hang below it."""

    number: int
    parent: int | None
    kids: tuple[int, ...]
    pages: int

    def body(self, entries: bytes = b"") -> bytes:
        above = b"" if self.parent is None else b"/Parent %d 0 R" % self.parent
        kids = b" ".join(b"%d 0 R" % kid for kid in self.kids)
        return b"<</Type/Pages%b/Count %d/Kids[%b]%b>>" % (above, self.pages, kids, entries)


def page_tree(pages: list[int], free: int) -> tuple[list[int], list[Node]]:
    """Return the parent of every page, and the nodes, the root last; the others are numbered from `free` on."""
    levels = [[(page, 1) for page in pages]]
    numbers: list[list[int]] = []
    while True:
        below = levels[-1]
        groups = range(0, len(below), _KIDS)
        is_root = len(groups) <= 1
        own = [PAGES] if is_root else list(range(free, free + len(groups)))
        free += 0 if is_root else len(groups)
        numbers.append(own)
        levels.append(
            [
                (name, sum(count for _, count in below[at : at + _KIDS]))
                for name, at in zip(own, groups or [0], strict=True)
            ]
        )
        if is_root:
            break
    nodes = [
        Node(
            name,
            None if name == PAGES else numbers[level + 1][place // _KIDS],
            tuple(kid for kid, _ in levels[level][place * _KIDS : (place + 1) * _KIDS]),
            count,
        )
        for level, own in enumerate(numbers)
        for place, (name, count) in enumerate(levels[level + 1][: len(own)])
    ]
    return [numbers[0][place // _KIDS] for place in range(len(pages))], nodes
