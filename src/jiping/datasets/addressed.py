"""Records named by their content: the digest of all a record says is its name, so an altered one betrays itself."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

_DIGITS = 12


def digest(fields: Mapping[str, Any]) -> str:
    """Return the digits a record's name ends in; `id`, the name itself, is left out."""
    content = {name: value for name, value in fields.items() if name != "id"}
    return sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:_DIGITS]


def dump(fields: Mapping[str, Any]) -> bytes:
    """Return a record as the bytes of its file."""
    return (json.dumps(fields, ensure_ascii=False, indent=2) + "\n").encode()
