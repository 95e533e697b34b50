"""Hidden rows and columns of a sheet: they are read, for they enter its sums, and said to be hidden."""

from collections.abc import Iterable, Iterator

_LETTERS = 26


def hidden_lines(sheet: str, rows: Iterable[int], columns: Iterable[int]) -> Iterator[str]:
    """Yield a sentence on the hidden rows that hold something and one on such columns, both counted from 1."""
    for names, unit in ((map(str, rows), "行"), (map(column_letters, columns), "列")):
        if told := "、".join(names):
            yield f"工作表“{sheet}”第 {told} {unit}是隐藏的，内容已读入；隐藏的数也会计入合计，请核对。"


def column_letters(column: int) -> str:
    """Return what a workbook calls a column counted from 1: 28 is AB."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters
