"""The QR code: bit for bit what segno draws, read from the printed page by another program."""

from io import BytesIO

import numpy as np
import pypdfium2 as pdfium
import pytest
import segno

from jiping.statements import verification
from jiping.statements.renderer import PREFIX
from jiping.statements.square import squares
from jiping.statements.verification import FACTS, Vouched, code, payload, persons, written
from statements.printed import KEY, RECORD, file_of, table


@pytest.mark.parametrize("prefix", [PREFIX, "https://example.invalid/s/"])
def test_it_is_what_segno_draws(prefix: str) -> None:
    rng = np.random.default_rng(3)
    said = Vouched(*(rng.integers(0, 2 ** (5 * signs), 100) for signs in FACTS.values()))
    signed = verification.messages(said)
    codes = verification.codes(KEY, signed)
    drawn = squares(prefix).drawn(signed, codes)
    side = squares(prefix).side
    for row, printed in enumerate(written(codes)):
        text = payload(prefix, Vouched(*(int(getattr(said, name)[row]) for name in FACTS)), printed)
        version = (side - 17) // 4
        theirs = segno.make_qr(text, error="m", version=version, mask=2, mode="byte", boost_error=False)
        bits = np.unpackbits(drawn[row].astype(">u2").view(np.uint8)).reshape(side, -1)[:, :side]
        assert bits.tolist() == [list(line) for line in theirs.matrix]


def test_a_telephone_reads_the_facts_and_the_code_from_the_page() -> None:
    cv2 = pytest.importorskip("cv2")
    rows = [{**RECORD, "statement_number": 202400000 + place, "closing": 1234567 * place} for place in range(1, 21)]
    pages = pdfium.PdfDocument(BytesIO(file_of(table(*rows))))
    for record, page in zip(rows, pages, strict=True):
        picture = page.render(scale=300 / 72).to_numpy()
        read, *_ = cv2.QRCodeDetector().detectAndDecode(
            picture[picture.shape[0] * 4 // 5 :, picture.shape[1] * 3 // 4 :]
        )
        (person,) = persons(KEY, [(str(record["name"]), str(record["masked_id"]))])
        said = Vouched(record["statement_number"], record["closing"], 2024, 0b111101111111, person)
        assert read == payload(PREFIX, said, code(KEY, said))


def test_a_code_is_two_groups_of_four_signs_nobody_misreads() -> None:
    printed = code(KEY, Vouched(1, 2, 2024, 0, 0))
    assert len(printed) == 9
    assert printed[4] == "-"
    assert set(printed) - {"-"} <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
