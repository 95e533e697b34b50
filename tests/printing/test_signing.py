"""A signed statement is verified by others, and any change after it is noticed."""

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from jiping.domain.errors import JipingError
from jiping.printing.signing import load_signer, signed
from statements.printed import RECORD, file_of, table

PASSWORD = "only a test"  # noqa: S105


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a PKCS#12 file of a key that signed its own certificate."""
    pytest.importorskip("pyhanko")
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption
    from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test agency")])
    usage = x509.KeyUsage(True, True, False, False, False, True, False, False, False)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2100, 1, 1, tzinfo=UTC))
        .add_extension(x509.BasicConstraints(True, None), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("certificate") / "agency.p12"
    encryption = BestAvailableEncryption(PASSWORD.encode())
    path.write_bytes(serialize_key_and_certificates(b"agency", key, made, None, encryption))
    return path


def verdict(content: bytes, certificate: Path) -> tuple[bool, bool]:
    """Return whether pyHanko finds the bytes intact, and the signature good."""
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    root = load_signer(certificate, PASSWORD).signing_cert
    (signature,) = PdfFileReader(BytesIO(content)).embedded_signatures
    status = validate_pdf_signature(signature, ValidationContext(trust_roots=[root]))
    return status.intact, status.bottom_line


def test_a_signed_statement_is_good_and_its_bytes_stay(certificate: Path) -> None:
    printed = file_of(table(RECORD, RECORD))
    done = signed(printed, load_signer(certificate, PASSWORD))
    assert done.startswith(printed)
    assert verdict(done, certificate) == (True, True)


def test_a_change_after_signing_is_noticed(certificate: Path) -> None:
    done = bytearray(signed(file_of(table(RECORD)), load_signer(certificate, PASSWORD)))
    done[done.index(b"<dc:format>") + len("<dc:format>")] ^= 1
    assert verdict(bytes(done), certificate)[0] is False


def test_a_wrong_password_or_file_is_told(certificate: Path, tmp_path: Path) -> None:
    with pytest.raises(JipingError, match="口令不对"):
        load_signer(certificate, "another")
    with pytest.raises(JipingError, match="读不到签名证书"):
        load_signer(tmp_path / "none.p12", PASSWORD)


def test_without_the_extra_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyhanko.sign", None)
    with pytest.raises(JipingError, match=r"没有安装数字签名的组件.*jiping\[sign\]"):
        load_signer(tmp_path / "any.p12", PASSWORD)
