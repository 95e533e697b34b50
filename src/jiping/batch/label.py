"""What a batch was begun with; a journal may be continued only by a batch that would give the same results."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import jiping
from jiping import __version__
from jiping.batch.sources import Source
from jiping.batch.terms import Terms
from jiping.rulepack.shelf import find_shelves

Label = Mapping[str, str]

_CHANGED = {
    "program": "程序已经换了版本",
    "rules": "规则包的内容改过",
    "terms": "这次选用的规则包、日期、校核规则或业务数据与上次不同",
    "files": "文件有增减或改动",
}


def label(sources: Sequence[Source], terms: Terms) -> Label:
    """Return the marks of this batch: program, rules, terms, and the names, sizes and times of the files."""
    packs = [shelf.folder for shelf in find_shelves(terms.folders).values()]
    return {
        "program": f"{__version__} {_digest(_contents([Path(jiping.__file__).parent], '*.py'))}",
        "rules": _digest(_contents(packs, "*.yaml")),
        "terms": f"{terms.pack} {terms.on} {' '.join(terms.codes)} {terms.data or ''}".rstrip(),
        "files": _digest(_stamps(sources)),
    }


def differences(one: Label, other: Label) -> list[str]:
    """Return in a reader's words why the two batches are not the same one."""
    return [words for key, words in _CHANGED.items() if one.get(key) != other.get(key)]


def _digest(pieces: Iterable[bytes]) -> str:
    mark = sha256()
    for piece in pieces:
        mark.update(sha256(piece).digest())
    return mark.hexdigest()


def _contents(folders: Iterable[Path], pattern: str) -> Iterator[bytes]:
    for folder in folders:
        for path in sorted(folder.rglob(pattern)):
            yield path.relative_to(folder).as_posix().encode()
            yield path.read_bytes()


def _stamps(sources: Sequence[Source]) -> Iterator[bytes]:
    for source in sources:
        about = source.path.stat()
        yield f"{source.name} {source.trail} {about.st_size} {about.st_mtime_ns}".encode()
