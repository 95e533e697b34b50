"""Where a rule comes from: its legal basis, its days, and how sure we are of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")

PRACTICE = "practice"  # cited where custom asks for something and no document does
PRACTICE_IN_WORDS = "业务惯例"


class Verification(StrEnum):
    """How a stated rule was verified, from the text itself down to our own proposal; packs write it as `confidence`."""

    VERIFIED = "V"
    SECONDARY = "Vs"
    EXISTENCE = "Ve"
    SEED = "S"
    GENERAL = "G"
    ASSUMED = "A"

    @property
    def meaning(self) -> str:
        return {
            "V": "已核对原文",
            "Vs": "核对过转载文本",
            "Ve": "仅核实文件存在",
            "S": "见于单位实际填报",
            "G": "通行做法，未见原文",
            "A": "本产品的建议值",
        }[self.value]


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """One document, or one article of it, that a rule rests on."""

    key: str
    title: str
    number: str | None
    issued: date | None
    confidence: Verification
    article: str | None = None
    note: str = ""

    def __str__(self) -> str:
        number = f"（{self.number}）" if self.number else ""
        return f"《{self.title}》{number}{self.article or ''}"


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """A value with the days on which it applies (`until` is the last day, None = still in force)."""

    value: T
    start: date
    until: date | None
    basis: str
    confidence: Verification
    confirmed_on: date
    pack: str
    file: str
    line: int
    note: str = ""

    def covers(self, day: date) -> bool:
        return self.start <= day and (self.until is None or day <= self.until)
