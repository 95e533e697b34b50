"""How often a stranger may be wrong at an open door, such as a code typed on a phone.

Counted in the cache that all processes of the site share, by an address that is hashed first. A door forgets by itself.
"""

from hashlib import blake2b

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from jiping.domain.errors import JipingError

MOST = 5
WAIT = 15 * 60
_OWN = ("127.0.0.1", "::1")


def require_patience(door: str, request: HttpRequest) -> None:
    """Raise JipingError for somebody who was wrong too often at this door."""
    if cache.get(_key(door, request), 0) >= MOST:
        raise JipingError(f"连续输错 {MOST} 次，请等 {WAIT // 60} 分钟再试。", remedy="急需办理的，请打信上的电话。")


def note_wrong(door: str, request: HttpRequest) -> None:
    """Count one more wrong answer; the wait begins anew with each."""
    key = _key(door, request)
    cache.set(key, cache.get(key, 0) + 1, WAIT)


def forget(door: str, request: HttpRequest) -> None:
    """A right answer wipes the slate."""
    cache.delete(_key(door, request))


def _key(door: str, request: HttpRequest) -> str:
    return f"{door}-{blake2b(_address(request).encode(), key=settings.SECRET_KEY.encode()[:64], digest_size=16).hexdigest()}"


def _address(request: HttpRequest) -> str:
    """Return who asks: behind a proxy on this machine the last address it names, which a stranger cannot forge."""
    peer = str(request.META.get("REMOTE_ADDR", ""))
    named = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip()
    return named if peer in _OWN and named else peer
