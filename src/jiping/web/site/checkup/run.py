"""Which checks there are, and in which order."""

from collections.abc import Iterator
from datetime import datetime

from jiping.web.site.checkup import installation, state
from jiping.web.site.checkup.sign import Health, Sign


def quick(now: datetime) -> Iterator[Sign]:
    """Yield what can be told at once: for the page and for whoever watches the server."""
    yield installation.settings_file()
    yield installation.secret_key()
    yield installation.field_keys()
    yield installation.fonts()
    yield state.disk()
    reached = state.database()
    yield reached
    if reached.health is Health.BAD:
        return
    tables = state.migrations()
    yield tables
    if tables.health is Health.GOOD:
        yield state.clock(now)
        yield state.backup(now)
        yield state.worker(now)


def thorough(now: datetime) -> Iterator[Sign]:
    """Yield the same, and what takes reading the whole database."""
    found = list(quick(now))
    yield from found
    if all(each.health is not Health.BAD for each in found):
        yield state.whole()
        yield state.trail()


def ready() -> str:
    """Return what keeps the site from serving, in one word; nothing when it can."""
    for look in (state.database, state.migrations, state.disk):
        sign = look()
        if sign.health is Health.BAD:
            return sign.title
    return ""
