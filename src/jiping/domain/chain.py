"""How one event of the trail is bound to the one before it; shared by writing, checking and the stand-alone verifier.

A link is the digest of the link before and of the event's own content. So a chain can be proved over events whose
content stays closed: whoever checks needs their content's digest only.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from hashlib import sha256

BEGINNING = "0" * 64
FIELDS = ("number", "at", "actor", "role", "act", "subject", "before", "after")


def content_digest(event: Mapping[str, object]) -> str:
    """Return the SHA-256 of what an event says, as canonical JSON, in hexadecimal."""
    told = {name: event[name] for name in FIELDS}
    return _sha256(json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def link(previous: str, content: str) -> str:
    """Return the digest that binds an event's content to the event before it."""
    return _sha256(f"{previous}\n{content}")


def end_of(previous: str, contents: Iterable[str]) -> str:
    """Return the last link of a stretch of the chain that begins after `previous`."""
    for content in contents:
        previous = link(previous, content)
    return previous


def instant(at: datetime) -> str:
    """Return the moment as it is hashed: in UTC, however a database gives it back."""
    return at.astimezone(UTC).isoformat()


def seal(filing: object, number: int, content: str) -> str:
    """Return the digest of a sealed version: of which filing, the how manieth, and all it says."""
    return _sha256(f"{filing}/{number}\n{content}")


def _sha256(text: str) -> str:
    return sha256(text.encode()).hexdigest()
