"""Whether a paper is genuine: a sealed self-evaluation by the beginning of its digest, a statement by its code."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jiping.domain.errors import JipingError
from jiping.printing.key import KEY_FILE, read_key
from jiping.printing.verifying import Paper, claim_of, holds
from jiping.web.filings.models import FilingVersion
from jiping.web.publishing.models import PublicationRecord

SHORTEST = 12
_DIGEST = re.compile(rf"[0-9a-f]{{{SHORTEST},64}}")


@dataclass(frozen=True, slots=True)
class Found:
    """A sealed version with this digest; `publication` is None while it is not public: then nothing of it is told."""

    number: int
    sealed_at: datetime
    digest: str
    publication: PublicationRecord | None


def is_digest(code: str) -> bool:
    """Tell whether the code can only be meant as the beginning of a version's digest."""
    return _DIGEST.fullmatch(tidy(code)) is not None


def tidy(code: str) -> str:
    """Return the code as digests are written: people type capitals, spaces and strokes."""
    return re.sub(r"[\s-]", "", code).lower()


def sealed_version(code: str) -> Found | None:
    """Return what was sealed under the code; None when nothing was, or when it is too short to tell two apart."""
    found = list(FilingVersion.objects.filter(digest__startswith=tidy(code))[:2])
    if len(found) != 1:
        return None
    (version,) = found
    publication = (
        PublicationRecord.objects.filter(version=version, withdrawn_at=None).select_related("filing__unit").first()
    )
    return Found(version.number, version.sealed_at, version.digest, publication)


def statement(said: str, paper: Paper, data: Path) -> str | None:
    """Return what a genuine statement says of itself; None when its code was not made with the site's key.

    Raises JipingError where no key is kept, and for a code that is none.
    """
    path = data / KEY_FILE
    if not path.exists():
        raise JipingError("本站没有对账单的查验密钥，不能查验对账单。", remedy="请向印发对账单的经办机构查询。")
    key = read_key(path)
    claim = claim_of(said, paper, key)
    return claim.shown if holds(key, claim) else None
