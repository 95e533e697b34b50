"""The code that tells a statement from an imitation: a keyed hash of its number and its closing balance.

BLAKE2b with a key (RFC 7693), cut to forty bits and written in eight letters and digits. Without the key a code cannot be
made; with it anybody can check one, offline. The alphabet leaves out I, L, O and U, which are misread.
"""

from hashlib import blake2b
from typing import Any, Final

import numpy as np

ALPHABET: Final = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"
NUMBER_DIGITS, CLOSING_DIGITS, CODE_SIGNS = 18, 12, 8
UNKNOWN: Final = 10**CLOSING_DIGITS - 1
"""Stands for a closing balance that is not known yet."""
SHORTEST_KEY: Final = 16

_BITS, _BYTES = 5, 5


def messages(numbers: Any, closings: Any) -> Any:
    """Return what is signed, (n, 30) ASCII: the number and the closing balance in fen, both filled up with zeros."""
    out = np.empty((len(numbers), NUMBER_DIGITS + CLOSING_DIGITS), np.uint8)
    _digits(numbers, out[:, :NUMBER_DIGITS])
    _digits(closings, out[:, NUMBER_DIGITS:])
    return out


def codes(key: bytes, signed: Any) -> Any:
    """Return the codes (n, 8) as values of five bits."""
    length = signed.shape[1]
    rows = signed.tobytes()
    macs = b"".join(
        blake2b(rows[begin : begin + length], key=key, digest_size=_BYTES).digest()
        for begin in range(0, len(rows), length)
    )
    bits = np.unpackbits(np.frombuffer(macs, np.uint8)).reshape(-1, CODE_SIGNS, _BITS)
    return bits @ np.array([16, 8, 4, 2, 1], np.uint8)


def code(key: bytes, number: int, closing: int | None) -> str:
    """Return the code of one statement, to compare with the one on the paper."""
    signed = messages(np.array([number]), np.array([UNKNOWN if closing is None else closing]))
    return written(codes(key, signed))[0]


def written(values: Any) -> list[str]:
    """Return codes as they are printed, in two groups of four: 7F3K-20QX."""
    letters = np.frombuffer(ALPHABET, np.uint8)[values]
    grouped = np.insert(letters, CODE_SIGNS // 2, ord("-"), axis=1)
    return [bytes(row).decode("ascii") for row in grouped]


def _digits(values: Any, out: Any) -> None:
    rest = values
    for place in range(out.shape[1] - 1, -1, -1):
        out[:, place] = rest % 10 + ord("0")
        rest = rest // 10
