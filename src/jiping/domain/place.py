"""Where a fact stands in a file, precisely enough for a person to put a finger on it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a source file; every number counts from 1, None means the format has no such notion."""

    file: str
    sheet: str | None = None
    page: int | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    paragraph: int | None = None

    def __str__(self) -> str:
        return " ".join(filter(None, (self.file, self.within)))

    @property
    def within(self) -> str:
        """The spot inside the file, empty when the file as a whole is meant."""
        parts: list[str] = []
        if self.sheet is not None:
            parts.append(f"工作表“{self.sheet}”")
        for number, unit in (
            (self.page, "页"),
            (self.line, "行"),
            (self.paragraph, "段"),
            (self.table, "个表"),
        ):
            if number is not None:
                parts.append(f"第 {number} {unit}")
        if self.row is not None:
            parts.append(f"第 {self.row} 行" if self.column is None else f"第 {self.row} 行第 {self.column} 列")
        return " ".join(parts)
