"""A digital signature on a finished file, appended so that what was printed stays byte for byte (ISO 32000-2, 12.8).

Only this file knows pyHanko, which is installed with the extra `sign`.
"""

from io import BytesIO
from pathlib import Path
from typing import Any

from jiping.domain.disk import reason
from jiping.domain.errors import JipingError
from jiping.domain.place import Place

FIELD = "Agency"
"""The name of the signature in the file."""


def load_signer(certificate: Path, password: str) -> Any:
    """Return who signs: a key with its certificates from a PKCS#12 file.

    Raises JipingError when the extra is missing, the file cannot be read, or the password is not its own.
    """
    try:
        from pyhanko.sign import signers  # noqa: PLC0415 - optional
    except ImportError as fault:
        raise JipingError(
            "没有安装数字签名的组件。",
            why="签名由 pyHanko 完成，不随基本程序安装。",
            remedy="请运行 pip install 'jiping[sign]' 后再试。",
        ) from fault
    place = Place(str(certificate))
    try:
        content = certificate.read_bytes()
    except OSError as fault:
        raise JipingError(
            f"读不到签名证书：{reason(fault)}。", remedy="请用 --p12 指明证书文件（.p12、.pfx）。", place=place
        ) from fault
    try:
        return signers.SimpleSigner.load_pkcs12_data(content, (), passphrase=password.encode())
    except ValueError as fault:
        raise JipingError(
            "打不开签名证书：口令不对，或不是 PKCS#12 文件。", remedy="请核对口令和文件。", place=place
        ) from fault


def signed(content: bytes, signer: Any) -> bytes:
    """Return the file with the signature behind it."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415 - optional
    from pyhanko.sign import signers  # noqa: PLC0415 - optional

    told = signers.PdfSignatureMetadata(field_name=FIELD, md_algorithm="sha256")
    out = BytesIO()
    signers.sign_pdf(IncrementalPdfFileWriter(BytesIO(content)), told, signer=signer, output=out)
    return out.getvalue()
