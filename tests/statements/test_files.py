"""The file around the pages, looked at by other programs."""

import tracemalloc
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from jiping.statements.page_tree import page_tree
from jiping.statements.renderer import Renderer, characters_of
from programs import run_program
from statements.printed import KEY, RECORD, file_of, table, template


def many(count: int) -> list[dict[str, object]]:
    return [{**RECORD, "statement_number": 10_000 + place} for place in range(count)]


@pytest.mark.parametrize("count", [0, 1, 2, 64, 65, 64 * 64 + 1])
def test_a_file_of_any_length_is_sound(count: int, tmp_path: Path) -> None:
    path = tmp_path / "batch.pdf"
    path.write_bytes(file_of(table(*many(count))))
    assert "No syntax or stream encoding errors" in run_program("qpdf", "--check", path)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == count
        numbers = [page.Contents.objgen[0] for page in pdf.pages]
        assert numbers == sorted(numbers)


@pytest.mark.poppler
def test_all_fonts_are_embedded_subsets_with_their_text(tmp_path: Path) -> None:
    path = tmp_path / "one.pdf"
    path.write_bytes(file_of(table({**RECORD, "name": "陈𠀀"})))
    fonts = run_program("pdffonts", path).splitlines()[2:]
    assert len(fonts) == 4
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)


def test_equal_records_give_equal_bytes() -> None:
    assert file_of(table(*many(3))) == file_of(table(*many(3)))


def test_a_page_costs_less_than_a_kilobyte_beside_what_all_share() -> None:
    renderer = Renderer(template(), KEY, characters_of(table(RECORD)))
    sizes = [renderer.render_file(table(*many(count)), Nowhere()).size for count in (100, 612)]
    assert (sizes[1] - sizes[0]) / 512 < 1000


def test_pages_are_packed_together_and_contents_are_not(tmp_path: Path) -> None:
    path = tmp_path / "batch.pdf"
    path.write_bytes(file_of(table(*many(300))))
    assert path.read_bytes().count(b"/Type/ObjStm") == 4
    assert b"/Type/Page/" not in path.read_bytes()
    with pikepdf.open(path) as pdf:
        assert not any(b"\0" in page.Contents.read_bytes() for page in pdf.pages)


def test_the_manifest_finds_each_page_in_the_file() -> None:
    statements = table(*many(70))
    out = BytesIO()
    done = Renderer(template(), KEY, characters_of(statements)).render_file(statements, out)
    written = out.getvalue()
    assert done.size == len(written)
    with pikepdf.open(BytesIO(written)) as pdf:
        for place, page in enumerate(pdf.pages):
            content = written[done.offsets[place] : done.offsets[place] + done.lengths[place]]
            assert page.Contents.read_raw_bytes() == content
            assert sha256(content).digest() == done.digests[place]


def test_a_batch_is_a_slice_of_the_run() -> None:
    rows = [
        {
            **each,
            "name": "陈大文"[: 1 + place % 3],
            "closing": None if place % 3 else place,
            "employer": None if place % 2 else "甲",
        }
        for place, each in enumerate(many(10))
    ]
    whole = table(*rows)
    renderer = Renderer(template(), KEY, characters_of(whole))
    sliced, own = BytesIO(), BytesIO()
    renderer.render_file(whole.slice(4, 4), sliced)
    renderer.render_file(table(*rows[4:8]), own)
    assert sliced.getvalue() == own.getvalue()


def test_it_says_it_is_pdf_a_2u() -> None:
    with pikepdf.open(BytesIO(file_of(table(RECORD)))) as pdf:
        with pdf.open_metadata() as metadata:
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "U")
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"


@pytest.mark.parametrize("count", [0, 1, 64, 65, 4096, 4097, 300_000])
def test_the_page_tree_holds_every_page_once_and_is_shallow(count: int) -> None:
    pages = list(range(10, 10 + 2 * count, 2))
    parents, nodes = page_tree(pages, 10 + 2 * count)
    by_number = {node.number: node for node in nodes}
    assert [kid for node in nodes for kid in node.kids if kid not in by_number] == pages
    assert all(page in by_number[parent].kids for page, parent in zip(pages, parents, strict=True))
    assert nodes[-1].pages == count
    assert all(len(node.kids) <= 64 for node in nodes)
    assert all(node.number in by_number[node.parent].kids for node in nodes if node.parent is not None)


class Nowhere(BytesIO):
    def write(self, written: object) -> int:
        return len(written)  # type: ignore[arg-type]


def test_memory_grows_by_a_line_of_the_manifest_a_page() -> None:
    statements = table(*many(6000))
    renderer = Renderer(template(), KEY, characters_of(statements))
    renderer.render_file(statements.slice(0, 600), Nowhere())
    tracemalloc.start()
    peaks = []
    for count in (2000, 6000):
        tracemalloc.reset_peak()
        renderer.render_file(statements.slice(0, count), Nowhere())
        peaks.append(tracemalloc.get_traced_memory()[1])
    tracemalloc.stop()
    assert (peaks[1] - peaks[0]) / 4000 < 2000
