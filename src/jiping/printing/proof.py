"""A sample of the printed pages, read by another program and compared with the roster before anything is released."""

import shutil
import subprocess
from functools import partial
from pathlib import Path

from jiping.domain.errors import JipingError
from jiping.domain.place import Place
from jiping.printing.crew import Crew
from jiping.printing.expected import differences
from jiping.printing.record import Done
from jiping.printing.shelf import Shelved
from jiping.statements.fields import Field

Page = tuple[Done, int]  # a print file, and a page of it from 0


def prove(kept: Shelved, fields: tuple[Field, ...], sample: list[Page], folder: Path, crew: Crew) -> None:
    """Compare pages with the roster. Raises JipingError naming the first page that does not say what it should."""
    for page, wrong in crew.share(partial(_wrong, kept, fields, folder), sample):
        if wrong:
            done, index = page
            raise JipingError(
                f"第 {index + 1} 页与名册不一致：{'；'.join(wrong)}。",
                why="抽出的页面用另一个程序读回来，与名册逐项比对；有一处不符，整批不放行。",
                remedy="请不要寄出这一批，把这个文件和名册交给维护人员；换空文件夹重新打印后再比对。",
                place=Place(str(folder / done.batch.file)),
            )


def drawn(done: list[Done], most: int) -> list[Page]:
    """Return the sample: the first and the last page of the job, and pages evenly spread between them."""
    ends = [sum(each.batch.count for each in done[: place + 1]) for place in range(len(done))]
    total = ends[-1]
    wanted = sorted({step * (total - 1) // max(most - 1, 1) for step in range(most)} | {total - 1})
    pages, place = [], 0
    for index in wanted:
        while index >= ends[place]:
            place += 1
        pages.append((done[place], index - ends[place] + done[place].batch.count))
    return pages


def text_of(file: Path, page: int) -> str:
    """Return the text of a page (from 0) in the order it was drawn, as poppler reads it, or PDFium where there is no poppler."""
    program = shutil.which("pdftotext")
    if program is None:
        return _pdfium(file, page)
    number = str(page + 1)
    words = [program, "-raw", "-enc", "UTF-8", "-f", number, "-l", number, str(file), "-"]
    return subprocess.run(words, capture_output=True, check=True).stdout.decode("utf-8", "replace")  # noqa: S603


def _pdfium(file: Path, page: int) -> str:
    import pypdfium2  # noqa: PLC0415 - only where poppler is missing

    document = pypdfium2.PdfDocument(file)
    try:
        return str(document[page].get_textpage().get_text_range())
    finally:
        document.close()


def _wrong(kept: Shelved, fields: tuple[Field, ...], folder: Path, page: Page) -> tuple[Page, list[str]]:
    done, index = page
    row = kept.rows().slice(done.batch.first + index, 1).to_pylist()[0]
    code = done.pages.column("code")[index].as_py()
    return page, differences(row, code, fields, text_of(folder / done.batch.file, index))
