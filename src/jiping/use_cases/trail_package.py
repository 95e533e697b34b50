"""The trail as an auditor takes it away: one event a line, a manifest, and proof that no line was touched."""

import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from jiping.domain.chain import FIELDS, content_digest, link
from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place

SCHEMA = "jiping/trail/1"
MANIFEST, EVENTS, README = "manifest.json", "events.jsonl", "说明.txt"
_LONGEST_LINE = 1_000_000
_README = """\
留痕导出包

events.jsonl    每行一条留痕，按序号先后；previous 是上一条的校验值，digest 是本条的校验值
manifest.json   清单：起止序号、首尾校验值、events.jsonl 的 SHA-256

核对办法（不需要数据库，也不需要联网）：
    jiping verify 本文件.zip
"""


@dataclass(frozen=True, slots=True)
class Span:
    """Which events a package holds: `previous` is the digest before the first, `end` that of the last."""

    first: int
    last: int
    previous: str
    end: str


@dataclass(frozen=True, slots=True)
class TrailVerdict:
    """What a package proved to be: `broken_at` is the first event that does not follow, None when all do."""

    span: Span
    events: int
    broken_at: int | None
    altered: bool


def write_trail(into: IO[bytes], events: Iterable[Mapping[str, object]], span: Span, made: Mapping[str, str]) -> None:
    """Write the archive to `into`. `events` have FIELDS, `previous` and `digest`; `made` tells who made it when."""
    digest = sha256()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open(zipfile.ZipInfo(EVENTS), "w", force_zip64=True) as target:
            for event in events:
                line = f"{json.dumps(event, ensure_ascii=False, sort_keys=True)}\n".encode()
                digest.update(line)
                target.write(line)
        manifest = {"schema": SCHEMA, **made, **asdict(span), "sha256": digest.hexdigest()}
        archive.writestr(zipfile.ZipInfo(MANIFEST), f"{json.dumps(manifest, ensure_ascii=False, indent=1)}\n")
        archive.writestr(zipfile.ZipInfo(README), _README)


def is_trail(path: Path) -> bool:
    """Tell whether the file is a package of the trail; of what it cannot read it says no."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(MANIFEST) as manifest:
            told = json.loads(manifest.read(_LONGEST_LINE))
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, RuntimeError, NotImplementedError, RecursionError):
        return False
    return isinstance(told, dict) and told.get("schema") == SCHEMA


def verify_trail(path: Path) -> TrailVerdict:
    """Return the verdict on the package at `path`. Raises UnreadableFile when it cannot be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = json.loads(archive.read(MANIFEST))
            span = Span(**{name: manifest[name] for name in ("first", "last", "previous", "end")})
            digest = sha256()
            with archive.open(EVENTS) as lines:
                found, broken_at = _walk(_events(lines, digest), span)
    except (zipfile.BadZipFile, OSError, KeyError, TypeError, ValueError, RuntimeError, RecursionError) as fault:
        raise UnreadableFile(
            "导出包已损坏或不完整。", remedy="请用留痕页导出的原始文件。", place=Place(path.name)
        ) from fault
    return TrailVerdict(span, found, broken_at, altered=digest.hexdigest() != manifest["sha256"])


def _events(lines: IO[bytes], digest: Any) -> Iterator[dict[str, Any]]:
    while line := lines.readline(_LONGEST_LINE):
        digest.update(line)
        yield json.loads(line)


def _walk(events: Iterable[Mapping[str, Any]], span: Span) -> tuple[int, int | None]:
    """Return how many events there are, and the number of the first that does not follow from the one before it."""
    previous, expected = span.previous, span.first
    found, broken_at = 0, None
    for event in events:
        found += 1
        digest = link(previous, content_digest({name: event[name] for name in FIELDS}))
        sound = event["number"] == expected and event["previous"] == previous and event["digest"] == digest
        if not sound and broken_at is None:
            broken_at = expected
        previous, expected = event["digest"], expected + 1
    if broken_at is None and (expected != span.last + 1 or previous != span.end):
        broken_at = expected
    return found, broken_at
