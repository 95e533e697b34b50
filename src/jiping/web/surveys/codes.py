"""One-time codes: made from the site's secret, so the same slip can be printed again and no list of codes is kept."""

from hashlib import blake2b

from django.conf import settings

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U, which are misread."""
LENGTH = 10
_MISREAD = str.maketrans("ILO", "110", "- ")
_BITS = 5


def code_of(survey: int, number: int) -> str:
    """Return the code printed on the slip `number` of a survey."""
    drawn = int.from_bytes(_keyed("code", f"{survey}/{number}"), "big")
    return "".join(ALPHABET[drawn >> _BITS * place & 31] for place in range(LENGTH))


def digest_of(code: str) -> str:
    """Return what is kept of a code, however it was typed."""
    return _keyed("digest", code.upper().translate(_MISREAD)).hex()


def _keyed(purpose: str, text: str) -> bytes:
    key = settings.SECRET_KEY.encode()[:64]
    return blake2b(text.encode(), key=key, digest_size=32, person=purpose.encode()).digest()
