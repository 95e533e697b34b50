"""Whatever leaves the program shows no identity number whole: every format, every page, letter, record and journal."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from jiping.batch.result import encode
from jiping.checks.run import Report
from jiping.cli.aside import say
from jiping.cli.findings import print_findings, print_overview
from jiping.cli.screen import page
from jiping.domain.document import Document, Para, Part, Style
from jiping.domain.filing import Filing, Indicator
from jiping.domain.finding import Finding, NotRun, Severity
from jiping.domain.place import Place
from jiping.layouts.read.recognition import Recognition, Remark
from jiping.reports.reading.page import render as render_reading
from jiping.reports.render import FORMATS, renderer
from jiping.review.overview import Overview
from jiping.scoring.score import evaluate
from jiping.use_cases.letters import write_letters
from jiping.use_cases.overview import overview, write_overview
from jiping.use_cases.sample import sample, write_sample
from review.batches import ANSWER, NATIONAL, subject

NUMBER = "110101199003078515"
HIDDEN = "110101********8515"
SAYS = f"名单{NUMBER}号"
FILING = Filing(SAYS, SAYS, 2024, rows=(Indicator(None, None, SAYS, SAYS, SAYS, reason=SAYS),), place=Place(SAYS))
SUBJECT = subject(SAYS, SAYS, file=SAYS)
FINDING = Finding("AR01", Severity.BLOCK, SAYS, SAYS, 2024, SAYS, SAYS, SAYS, SAYS, Place(SAYS))
WAIVED = FINDING._replace(code="AR02", waiver=ANSWER.__class__("AR02", SAYS, SAYS, date(2025, 3, 1)))
REPORT = Report((FINDING, WAIVED), (NotRun("AR03", SAYS, SAYS, SAYS, SAYS),))


def ranked() -> Overview:
    return overview(REPORT, [SUBJECT], "national", NATIONAL.as_of)


def written(folder: Path) -> Iterator[bytes]:
    """Yield the contents of every file below a folder, containers opened."""
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.name.encode()
            yield from opened(path.read_bytes())


def opened(content: bytes) -> Iterator[bytes]:
    if is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as package:
            yield from (package.read(name) for name in package.namelist())
    else:
        yield content


def assert_hidden(contents: Iterator[bytes]) -> None:
    whole = b"\n".join(contents).decode("utf-8", "replace")
    assert NUMBER not in whole
    assert HIDDEN in whole


@pytest.mark.parametrize("name", FORMATS)
def test_findings_are_masked_in_every_format(name: str) -> None:
    assert_hidden(opened(renderer(name)(REPORT)))


@pytest.mark.parametrize("show", [print_findings, print_overview])
def test_findings_are_masked_on_a_terminal(show: object) -> None:
    screen = page()
    assert callable(show)
    show(REPORT, screen)
    assert_hidden(iter([screen.export_text().encode()]))


def test_pages_workbook_letters_and_records_of_a_batch_are_masked(tmp_path: Path) -> None:
    batch = ranked()
    write_overview(batch, tmp_path / "总览", {})
    write_letters(batch, ["docx", "xlsx", "html"], tmp_path / "函")
    write_sample(sample(batch, "1", 1), batch, [evaluate(FILING, NATIONAL)], tmp_path / "抽样")
    for folder in tmp_path.iterdir():
        assert_hidden(written(folder))


def test_the_page_of_what_was_read_is_masked() -> None:
    document = Document((Part(SAYS, (Para(Style.BODY, (SAYS,), Place(SAYS, line=1)),)),), notes=(SAYS,))
    recognition = Recognition((FILING,), (Remark(SAYS),), ((),))
    assert_hidden(iter([render_reading(SAYS, document, recognition, NATIONAL.lexicon)]))


def test_the_journal_of_a_batch_is_masked_and_its_marks_stay() -> None:
    mark = 110101199003078515
    line = encode(0, SAYS, REPORT, (FILING,), (SAYS,), marks=({"CP06": [mark]},))
    assert f'"marks":[{{"CP06":[{mark}]}}]'.encode() in line
    assert_hidden(iter([line.replace(str(mark).encode() + b"]}]", b"")]))


def test_what_is_said_on_the_error_stream_is_masked(capsys: pytest.CaptureFixture[str]) -> None:
    say(SAYS)
    assert_hidden(iter([capsys.readouterr().err.encode()]))
