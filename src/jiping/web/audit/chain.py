"""How one event is bound to the one before it; shared by writing, checking and the stand-alone verifier's tests."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256

BEGINNING = "0" * 64
FIELDS = ("number", "at", "actor", "role", "act", "subject", "before", "after", "previous")


def link(event: Mapping[str, object]) -> str:
    """Return the digest of an event: SHA-256 of its fields as canonical JSON, the previous digest among them."""
    told = {name: event[name] for name in FIELDS}
    return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def instant(at: datetime) -> str:
    """Return the moment as it is hashed: in UTC, however a database gives it back."""
    return at.astimezone(UTC).isoformat()
