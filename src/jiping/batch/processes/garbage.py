"""When Python looks for reference cycles: seldom, for filings make hundreds of thousands of small objects and few cycles."""

import gc

_NEW_OBJECTS = 50_000  # the interpreter's own 700 costs a batch a quarter of its time
_YOUNG, _OLD = 50, 10


def collect_seldom() -> None:
    """Put off the search for cycles, and never look again at what has been loaded so far."""
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS, _YOUNG, _OLD)
