"""All public projects of a unit and year as data: CSV for spreadsheets, JSON for programs, a workbook and all papers for people."""

import csv
import zipfile
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO, StringIO

from jiping.domain.document import Document, Para, Part, Style
from jiping.domain.filing import Filing
from jiping.domain.money import plain
from jiping.exchange.json import dumps, loads
from jiping.formats.registry import writer_for
from jiping.reports.batch.plain_table import plain_table
from jiping.web.publishing.convert import DATA
from jiping.web.publishing.models import PublicationRecord, PublishedFile
from jiping.web.publishing.selectors import public_files

HEADINGS = (
    "年度", "填报单位", "项目名称", "支出（万元）", "自评得分", "等级",
    "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "评分依据",
)  # fmt: skip
_BOM = "\ufeff"  # spreadsheets take the file for another encoding without it
_ACTIVE = ("=", "+", "-", "@", "\t", "\r")
_DAY_ZERO = (1980, 1, 1, 0, 0, 0)


def filing_in(file: PublishedFile) -> Filing:
    """Return the filing in a published data file."""
    (filing,) = loads(bytes(file.content).decode(), file.publication.project)
    return filing


def as_csv(year: int, unit: int) -> bytes:
    """Return one line for every indicator of every project."""
    written = StringIO()
    out = csv.writer(written, lineterminator="\r\n")
    out.writerow(HEADINGS)
    for filing in _filings(year, unit):
        out.writerows([_inert(cell) for cell in row] for row in _rows(filing))
    return (_BOM + written.getvalue()).encode()


def as_json(year: int, unit: int) -> bytes:
    """Return the filings as the published schema describes them."""
    return dumps(_filings(year, unit)).encode()


def as_zip(year: int, unit: int) -> bytes:
    """Return every project's paper, as it was drawn when it was published."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for number, file in enumerate(public_files(year, unit, "pdf"), start=1):
            name = file.publication.project.replace("/", "／").replace("\\", "＼")
            archive.writestr(zipfile.ZipInfo(f"{number:02d}-{name}.pdf", _DAY_ZERO), bytes(file.content))
    return packed.getvalue()


def as_xlsx(title: str, projects: Iterable[PublicationRecord]) -> bytes:
    """Return the table of the page as a workbook."""
    rows = [
        (
            each.project,
            "" if each.amount is None else plain(each.amount),
            each.rate,
            each.satisfaction,
            "" if each.score is None else plain(each.score),
            each.grade,
        )
        for each in projects
    ]
    heads = ("项目", ">支出（万元）", ">预算执行率", ">满意度", ">自评得分", "等级")
    blocks = (Para(Style.TITLE, (title,)), plain_table(heads, rows, (60, 26, 24, 20, 20, 14)))
    return writer_for("xlsx")(Document((Part("评分汇总", blocks),), title=title))


AS_DATA: dict[str, tuple[str, Callable[[int, int], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "json": ("application/json", as_json),
    "zip": ("application/zip", as_zip),
}


def _filings(year: int, unit: int) -> Iterator[Filing]:
    return (filing_in(each) for each in public_files(year, unit, DATA))


def _rows(filing: Filing) -> Iterator[tuple[object, ...]]:
    score = filing.total_score if filing.total_score is not None else filing.stated_score
    amount = None if filing.expenditure is None else plain(filing.expenditure.wan)
    head = (filing.year, filing.unit, filing.project, amount, score, filing.stated_grade)
    for row in filing.rows:
        yield (*head, row.level1, row.level2, row.level3, row.target, row.actual, row.weight, row.score, row.reason)


def _inert(cell: object) -> str:
    """Return the cell as text that no spreadsheet takes for a formula."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(_ACTIVE) else text
