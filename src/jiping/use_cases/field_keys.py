"""A fresh key for what a site keeps encrypted, as a line of its key file."""

from base64 import b64encode
from secrets import token_bytes

KEYS = "field.keys"
_LENGTH = 32


def key_line(number: int) -> str:
    """Return the line of a new random key; `number` counts the keys of the file from one."""
    return f"k{number} {b64encode(token_bytes(_LENGTH)).decode('ascii')}\n"
