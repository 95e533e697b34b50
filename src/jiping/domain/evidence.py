"""What stands behind a figure: a named document or record (佐证)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """One document or record that supports an actual value; only `title` is compulsory."""

    title: str
    number: str | None = None
    dated: str | None = None
    note: str | None = None

    def __str__(self) -> str:
        details = "，".join(part for part in (self.number, self.dated, self.note) if part)
        return f"{self.title}（{details}）" if details else self.title
