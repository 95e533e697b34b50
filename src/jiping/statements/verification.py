"""The code that tells a statement from an imitation: a keyed hash of what the statement says.

BLAKE2b with a key (RFC 7693), cut to forty bits. Signed are number, closing balance, year, months paid, and the person:
a keyed hash of name and masked identity number, which tells nobody who it is. Everything is written in signs of five bits;
the alphabet leaves out I, L, O and U, which are misread. Without the key a code cannot be made; with it anybody can check
one, offline.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate
from typing import Any, Final

import numpy as np

ALPHABET: Final = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"
FACTS: Final[Mapping[str, int]] = {"number": 12, "closing": 8, "year": 3, "months": 3, "person": 4}
"""What is signed, in this order, and how many signs each takes."""
FACT_SIGNS, CODE_SIGNS = sum(FACTS.values()), 8
NUMBER_DIGITS, CLOSING_DIGITS = 18, 12
UNKNOWN: Final = 10**CLOSING_DIGITS - 1
"""Stands for a closing balance that is not known yet."""
SHORTEST_KEY: Final = 16

_BITS, _BYTES = 5, 5
_WEIGHTS = np.array([16, 8, 4, 2, 1], np.uint8)
_PERSON_BITS = _BITS * FACTS["person"]


@dataclass(frozen=True, slots=True)
class Vouched:
    """What a code vouches for: `closing` in fen or `UNKNOWN`, bit m − 1 of `months` is month m, `person` as `persons` says.

    Whole numbers, or arrays of them (n).
    """

    number: Any
    closing: Any
    year: Any
    months: Any
    person: Any


def persons(key: bytes, told: Iterable[tuple[str, str]]) -> list[int]:
    """Return the keyed hashes of names and masked identity numbers, without regard to blanks."""
    hashes = (
        blake2b("\0".join(("".join(name.split()), masked)).encode(), key=key, digest_size=3, person=b"person").digest()
        for name, masked in told
    )
    return [int.from_bytes(each, "big") >> 24 - _PERSON_BITS for each in hashes]


def messages(vouched: Vouched) -> Any:
    """Return what is signed as signs of five bits, (n, 30) uint8."""
    out = np.empty((len(vouched.number), FACT_SIGNS), np.uint8)
    ends = accumulate(FACTS.values())
    for (name, signs), end in zip(FACTS.items(), ends, strict=True):
        rest = np.asarray(getattr(vouched, name), np.int64)
        for place in range(end - 1, end - signs - 1, -1):
            out[:, place] = rest & 31
            rest = rest >> _BITS
    return out


def codes(key: bytes, signed: Any) -> Any:
    """Return the codes (n, 8) of messages, as signs of five bits."""
    rows = signed.tobytes()
    macs = b"".join(
        blake2b(rows[begin : begin + FACT_SIGNS], key=key, digest_size=_BYTES).digest()
        for begin in range(0, len(rows), FACT_SIGNS)
    )
    return np.unpackbits(np.frombuffer(macs, np.uint8)).reshape(-1, CODE_SIGNS, _BITS) @ _WEIGHTS


def code(key: bytes, vouched: Vouched) -> str:
    """Return the code of one statement, to compare with the one on the paper."""
    return written(codes(key, messages(_alone(vouched))))[0]


def written(values: Any) -> list[str]:
    """Return codes as they are printed, in two groups of four: 7F3K-20QX."""
    letters = np.frombuffer(ALPHABET, np.uint8)[values]
    grouped = np.insert(letters, CODE_SIGNS // 2, ord("-"), axis=1)
    return [bytes(row).decode("ascii") for row in grouped]


def payload(prefix: str, vouched: Vouched, code: str) -> str:
    """Return what a telephone reads: the prefix, the facts in signs, the code without its dash."""
    signs = np.frombuffer(ALPHABET, np.uint8)[messages(_alone(vouched))[0]]
    return f"{prefix}{signs.tobytes().decode()}{code.replace('-', '')}"


def vouched_in(signs: str) -> Vouched:
    """Return the facts written in signs; the reverse of `payload`."""
    values = [ALPHABET.index(sign.encode()) for sign in signs]
    ends = accumulate(FACTS.values())
    pieces = {name: values[end - FACTS[name] : end] for name, end in zip(FACTS, ends, strict=True)}
    return Vouched(
        **{name: sum(sign << _BITS * i for i, sign in enumerate(piece[::-1])) for name, piece in pieces.items()}
    )


def _alone(vouched: Vouched) -> Vouched:
    return Vouched(*(np.array([getattr(vouched, name)]) for name in FACTS))
