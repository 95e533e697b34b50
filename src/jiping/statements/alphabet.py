"""What a run's letters are in the page's stream: the code of each character, and how wide it is."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import numpy as np

from jiping.statements.faces import main_face, rare_face
from jiping.statements.words import HEXES

ALWAYS = "0123456789,.-* ABCDEFGHJKMNPQRSTVWXYZ"
"""Characters the renderer itself may need."""


@dataclass(frozen=True, slots=True)
class Alphabet:
    """`main` and `rare` are the characters of the two fonts, sorted; code i + 1 is character i.

    By code point, up to the last one of the run, are `words` uint32, 0 where the main font lacks the character, and `advances` int32 in thousandths of the
    size. `joined` marks letters and digits a line is not broken between.
    """

    main: tuple[int, ...]
    rare: tuple[int, ...]
    words: Any
    advances: Any
    joined: Any

    def can_draw(self, character: str) -> bool:
        point = ord(character)
        return bool(self.words[point]) or point in self.rare

    def advance(self, character: str) -> int:
        return int(self.advances[ord(character)])


def alphabet_of(characters: Collection[str]) -> Alphabet:
    """Return the alphabet of a run; a character neither font draws has no code."""
    points = sorted({ord(character) for character in (*characters, *ALWAYS)})
    main = [point for point in points if point in main_face().points]
    rare = [point for point in points if point not in main_face().points and point in rare_face().points]
    room = points[-1] + 1
    words = np.zeros(room, np.uint32)
    words[main] = HEXES[1 : len(main) + 1]
    advances = np.zeros(room, np.int32)
    advances[main] = [main_face().advance(point) for point in main]
    if rare:
        advances[rare] = [rare_face().advance(point) for point in rare]
    joined = np.zeros(room, bool)
    joined[[point for point in main if chr(point).isascii() and chr(point).isalnum()]] = True
    return Alphabet(tuple(main), tuple(rare), words, advances, joined)
