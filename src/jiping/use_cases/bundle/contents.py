"""What a bundle holds, as values; and the names under which it stands in the archive."""

from collections.abc import Mapping
from dataclasses import dataclass

SCHEMA = "jiping/bundle/1"
MANIFEST, VERSIONS, EVENTS, CHAIN, EVIDENCE, README = (
    "manifest.json",
    "versions.json",
    "events.json",
    "chain.json",
    "evidence.json",
    "说明.txt",
)
Event = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Version:
    """A sealed version: its canonical text, what was found in it, and what was computed on the day it was sealed."""

    number: int
    digest: str
    content: str
    findings: tuple[Mapping[str, object], ...]
    total: str | None
    grade: str
    pack: str
    code_version: str
    sealed_at: str
    sealed_by: str

    @property
    def path(self) -> str:
        """Where its text stands in the archive."""
        return f"versions/{self.number:02d}.json"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the trail: the link before it, the number of its first event, every event's content digest, its end.

    Only the filing's own events are in the bundle as words; of all others between them there is the digest.
    """

    previous: str
    first: int
    contents: tuple[str, ...]
    end: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """All that an auditor gets of one filing; `filing` is the key its versions were sealed under."""

    filing: str
    project: str
    unit: str
    year: int
    made_at: str
    versions: tuple[Version, ...]
    evidence: tuple[Mapping[str, object], ...]
    events: tuple[Event, ...]
    stretch: Stretch
