"""Names of files made from what people call things."""

import re

_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST = 60


def file_name(text: str) -> str:
    """Return the text as part of a file name: what no disk accepts is replaced, and it is cut to a sane length."""
    return _UNSAFE.sub("_", text).strip(" .")[:_LONGEST]
