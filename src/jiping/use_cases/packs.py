"""Which rule packs there are, whether they are sound, and what reading needs of them all."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from jiping.domain.errors import JipingError
from jiping.domain.layout import Layout
from jiping.layouts.read.words.vocabulary import Vocabulary, vocabulary_of
from jiping.rulepack.load import PackSummary, list_packs, load_pack, validate_pack
from jiping.rulepack.shelf import BUILT_IN
from jiping.scoring.marker import marker_of

# layouts and vocabulary are not dated: a form of any year must be readable
ANY_DAY = date(2024, 12, 31)


def packs(folders: Sequence[Path] = ()) -> tuple[PackSummary, ...]:
    """Return every pack that can be named, built-in ones first."""
    return list_packs(folders)


def faults(folder: Path, folders: Sequence[Path] = ()) -> tuple[JipingError, ...]:
    """Return what is wrong with the pack in `folder`: how it is written, then whether it can score; empty when sound."""
    written_wrongly = validate_pack(folder, folders)
    return written_wrongly or tuple(_scoring_faults(folder, (folder, *folders)))


def _scoring_faults(folder: Path, folders: tuple[Path, ...]) -> Iterator[JipingError]:
    name = folder.resolve().name
    known = () if (folder.resolve().parent == BUILT_IN) else folders
    for edition in load_pack(name, ANY_DAY, known).entries["scoring"]:
        try:
            yield from marker_of(load_pack(name, edition.start, known)).faults()
        except JipingError as fault:
            yield fault


@lru_cache(maxsize=8)
def every_layout(folders: tuple[Path, ...] = ()) -> tuple[Layout, ...]:
    """Return the layouts of all packs: a stranger's file may follow any of them."""
    found: dict[str, Layout] = {}
    for summary in list_packs(folders):
        found.update(load_pack(summary.head.name, ANY_DAY, folders).layouts)
    return tuple(found.values())


@lru_cache(maxsize=1)
def reading_vocabulary() -> Vocabulary:
    """Return the words plain text is read with: those of the national pack, which hold all spellings met."""
    return vocabulary_of(load_pack("national", ANY_DAY))
