"""Make repairs in the file they are about: only the words and figures repaired change, the page stays its owner's."""

from collections.abc import Sequence
from pathlib import Path

from jiping.domain.filing import Filing
from jiping.domain.place import Place
from jiping.formats.amendment import CannotAmend
from jiping.formats.registry import Amender, reader_for
from jiping.layouts.read.recognise import recognise
from jiping.use_cases.amendments import amendments
from jiping.use_cases.packs import every_layout, reading_vocabulary

_BY_HAND = "请在原件中手工修改。"

Pair = tuple[Filing, Filing]
"""A filing as it was read and as it was mended."""


def amended(data: bytes, name: str, mended: Sequence[Pair], amend: Amender, folders: Sequence[Path]) -> bytes:
    """Return the bytes of the file with every repair made where the fact was read.

    Raises CannotAmend where a repair has no place of its own in the file, or the file is a form of ours, whose data travels with it.
    """
    document = reader_for(Path(name), data)(data, name)
    if document.attachment is not None:
        raise CannotAmend("原件附有本程序的数据，只改文字两处会不一致。", remedy=_BY_HAND, place=Place(name))
    traced = recognise(document, every_layout(tuple(folders)), reading_vocabulary()).traces
    if len(traced) != len(mended):
        raise CannotAmend("原件里的自评与要改的份数不同。", remedy=_BY_HAND, place=Place(name))
    changes = [each for pair, traces in zip(mended, traced, strict=True) for each in amendments(*pair, traces)]
    return amend(data, name, changes)
