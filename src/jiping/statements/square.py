"""QR codes for very many: with version, level and mask fixed, every module is an affine function of the payload's bits.

So the code of a payload is the code of a fixed one, XORed with what each of its pieces changes; segno draws the fixed one
and each change once, and a code is a dozen rows of tables (ISO/IEC 18004: the error correction is linear over GF(2)).
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import segno

from jiping.statements.verification import ALPHABET, CODE_SIGNS, FACT_SIGNS

_LEVEL, _MASK = "m", 2
_PAIR = 2  # signs looked up at once
_PIXELS = 16  # of a row in one number
_ZERO = ord("0")


@dataclass(frozen=True, slots=True, eq=False)
class Squares:
    """Codes of `side` modules. Bits are (…, side · across) uint16: row by row, sixteen modules a number, blank at the end."""

    side: int
    still: Any
    pieces: tuple[Any, ...]

    @property
    def across(self) -> int:
        """How many numbers a row takes."""
        return len(self.still) // self.side

    def drawn(self, signed: Any, code_values: Any) -> Any:
        """Return the codes (n, side · across) of `verification.messages` and `verification.codes`."""
        signs = np.hstack([signed, code_values]).astype(np.int64)
        pairs = signs[:, ::_PAIR] * len(ALPHABET) + signs[:, 1::_PAIR]
        drawn = np.broadcast_to(self.still, (len(signed), len(self.still))).copy()
        for column, table in zip(pairs.T, self.pieces, strict=True):
            drawn ^= table[column]
        return drawn


@cache
def squares(prefix: str) -> Squares:
    """Return the tables for payloads that begin with `prefix`, made by segno once."""
    blank = prefix.encode() + b"0" * (FACT_SIGNS + CODE_SIGNS)
    version = int(str(segno.make_qr(blank, error=_LEVEL, mask=_MASK, mode="byte", boost_error=False).version))
    still = _modules(blank, version)

    def table(place: int) -> Any:
        """Return what each sign at a place changes, from what each bit of it changes."""
        at = len(prefix.encode()) + place
        bits = [
            _modules(blank[:at] + bytes([_ZERO ^ 1 << bit]) + blank[at + 1 :], version) ^ still
            for bit in range(max(sign ^ _ZERO for sign in ALPHABET).bit_length())
        ]
        return np.array([_sum(bits, sign ^ _ZERO, still) for sign in ALPHABET])

    signs = [table(place) for place in range(FACT_SIGNS + CODE_SIGNS)]
    pieces = [_joined(signs[at : at + _PAIR]) for at in range(0, len(signs), _PAIR)]
    return Squares(4 * version + 17, still, tuple(pieces))


def _sum(bits: list[Any], which: int, none: Any) -> Any:
    total = np.zeros_like(none)
    for place, change in enumerate(bits):
        if which >> place & 1:
            total = total ^ change
    return total


def _joined(places: list[Any]) -> Any:
    """Return one table for neighbouring places, from a table of each."""
    joined = places[0]
    for place in places[1:]:
        joined = (joined[:, None] ^ place[None]).reshape(-1, joined.shape[1])
    return joined


def _modules(written: bytes, version: int) -> Any:
    code = segno.make_qr(written, version=version, error=_LEVEL, mask=_MASK, mode="byte", boost_error=False)
    bits = np.array([list(row) for row in code.matrix], np.uint8)
    padded = np.pad(bits, ((0, 0), (0, -bits.shape[1] % _PIXELS)))
    return np.packbits(padded).view(">u2").astype(np.uint16)
