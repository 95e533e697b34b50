"""The documents of the demo, seen through other people's programs: LibreOffice, poppler, qpdf."""

import re
from collections import Counter
from pathlib import Path

import pytest

from jiping.domain.filing import Filing
from jiping.scoring.complete import complete
from jiping.use_cases.check import check
from jiping.use_cases.demo import PACK, RECORDS, demo
from jiping.use_cases.read import read
from jiping.use_cases.score import score
from programs import run_program


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    demo(folder, tell=lambda _: None)
    return folder


def completed() -> list[Filing]:
    return [complete(score(filing, PACK)) for filing in read(RECORDS).filings]


def facts(filing: Filing) -> list[str]:
    rows = [text for row in filing.rows for text in (row.level3, row.target, row.actual)]
    sections = [section.heading for _, section in filing.narrative.sections()]
    return [text for text in (filing.unit, filing.project, "等级：优", *rows, *sections) if text]


def bare(text: str) -> str:
    # where a font is substituted, quotation marks come from another one and stand elsewhere in the stream
    return re.sub(r"[\s“”]", "", text)


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pdf"])
def test_every_document_reads_back_as_what_was_written(documents: Path, kind: str) -> None:
    paths = sorted(documents.glob(f"*.{kind}"))
    written = [path for path in paths if path.name[0].isdigit()]
    assert [read(path).filings for path in written] == [(filing,) for filing in completed()]


@pytest.mark.office
@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_libreoffice_shows_every_fact(documents: Path, tmp_path: Path, kind: str) -> None:
    paths = sorted(documents.glob(f"0*.{kind}"))
    run_program("soffice", "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *paths, home=tmp_path)
    for path, filing in zip(paths, completed(), strict=True):
        shown = bare(run_program("pdftotext", "-raw", tmp_path / f"{path.stem}.pdf", "-"))
        assert [fact for fact in facts(filing) if bare(fact) not in shown] == [], path.name


@pytest.mark.poppler
def test_pdf_shows_every_fact_with_its_own_fonts(documents: Path) -> None:
    for path, filing in zip(sorted(documents.glob("*.pdf")), completed(), strict=True):
        shown = bare(run_program("pdftotext", "-raw", path, "-"))
        assert [fact for fact in facts(filing) if bare(fact) not in shown] == [], path.name
        fonts = run_program("pdffonts", path).splitlines()[2:]
        assert fonts
        assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts), fonts


@pytest.mark.poppler
def test_pdf_is_sound_tagged_and_carries_its_data(documents: Path) -> None:
    for path in documents.glob("*.pdf"):
        assert "No syntax or stream encoding errors" in run_program("qpdf", "--check", path)
        about = run_program("pdfinfo", path)
        assert re.search(r"Tagged:\s+yes", about)
        assert re.search(r"Page size:.*A4", about)
        assert "filing.json" in run_program("pdfdetach", "-list", path)


def test_two_runs_give_the_same_bytes(documents: Path, tmp_path: Path) -> None:
    demo(tmp_path, tell=lambda _: None)
    first = {path.name: path.read_bytes() for path in documents.iterdir()}
    second = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_no_temporary_file_is_left_behind(documents: Path) -> None:
    assert [path.name for path in documents.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pdf"])
def test_writing_takes_away_no_finding_but_that_of_missing_grounds(documents: Path, kind: str) -> None:
    written = [filing for path in sorted(documents.glob(f"0*.{kind}")) for filing in read(path).filings]
    before, after = objections(list(read(RECORDS).filings)), objections(written)
    assert after == Counter({known: count for known, count in before.items() if known[0] != "EV01"})
    assert before.total() - after.total() == len(written)


def objections(filings: list[Filing]) -> Counter[tuple[str, str, str, str]]:
    return Counter((each.code, each.project, each.where, each.message) for each in check(filings, PACK).findings)
