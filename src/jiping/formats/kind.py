"""What the bytes of a file promise."""

from jiping.formats.guard import HEAD_BYTES

_KINDS = (
    (b"PK\x03\x04", "压缩包或另一种 Office 文件"),
    (b"%PDF-", " PDF 文件"),
    (b"\xd0\xcf\x11\xe0", "旧版 Office 文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
)


_LOCKED = "EncryptedPackage".encode("utf-16-le")  # the stream that holds a workbook or document under a password


def kind_of(content: bytes) -> str:
    """Say in plain words what the first bytes of a file promise, and whether they are under a password."""
    head = content[:HEAD_BYTES]
    if head.startswith(b"\xd0\xcf\x11\xe0") and _LOCKED in content:
        return "加了密码的 Office 文件"
    for sign, kind in _KINDS:
        if sign in head:
            return kind
    return "普通文本" if is_text(head) else "别的二进制数据"


def is_text(head: bytes) -> bool:
    """Tell whether the first bytes of a file promise nothing but text."""
    return b"\0" not in head and not any(sign in head for sign, _ in _KINDS)
