"""The QR code: bit for bit what segno draws, read from the printed page by another program."""

from io import BytesIO

import numpy as np
import pypdfium2 as pdfium
import pytest
import segno

from jiping.statements import verification
from jiping.statements.renderer import PREFIX
from jiping.statements.square import payload, squares
from statements.printed import KEY, RECORD, file_of, table


@pytest.mark.parametrize("prefix", [PREFIX, "https://example.invalid/s/"])
def test_it_is_what_segno_draws(prefix: str) -> None:
    rng = np.random.default_rng(3)
    numbers, closings = rng.integers(1, 10**18, 100), rng.integers(0, 10**12, 100)
    signed = verification.messages(numbers, closings)
    codes = verification.codes(KEY, signed)
    drawn = squares(prefix).drawn(signed, codes)
    side = squares(prefix).side
    for row, code in enumerate(verification.written(codes)):
        text = payload(prefix, int(numbers[row]), int(closings[row]), code)
        version = (side - 17) // 4
        theirs = segno.make_qr(text, error="m", version=version, mask=2, mode="byte", boost_error=False)
        bits = np.unpackbits(drawn[row].astype(">u2").view(np.uint8)).reshape(side, -1)[:, :side]
        assert bits.tolist() == [list(line) for line in theirs.matrix]


def test_a_telephone_reads_number_balance_and_code_from_the_page() -> None:
    cv2 = pytest.importorskip("cv2")
    rows = [{**RECORD, "statement_number": 202400000 + place, "closing": 1234567 * place} for place in range(1, 21)]
    pages = pdfium.PdfDocument(BytesIO(file_of(table(*rows))))
    for record, page in zip(rows, pages, strict=True):
        picture = page.render(scale=300 / 72).to_numpy()
        read, *_ = cv2.QRCodeDetector().detectAndDecode(
            picture[picture.shape[0] * 4 // 5 :, picture.shape[1] * 3 // 4 :]
        )
        number, closing = int(str(record["statement_number"])), int(str(record["closing"]))
        code = verification.code(KEY, number, closing)
        assert read == payload(PREFIX, number, closing, code)


def test_a_code_depends_on_number_balance_and_key() -> None:
    code = verification.code(KEY, 20241, 6841236)
    assert code == verification.code(KEY, 20241, 6841236)
    assert code != verification.code(KEY, 20242, 6841236)
    assert code != verification.code(KEY, 20241, 6841237)
    assert code != verification.code(KEY, 20241, None)
    assert code != verification.code(b"another key of 16", 20241, 6841236)


def test_a_code_is_two_groups_of_four_signs_nobody_misreads() -> None:
    code = verification.code(KEY, 1, 2)
    assert len(code) == 9
    assert code[4] == "-"
    assert set(code) - {"-"} <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
