"""The key that signs verification codes: the agency's own, kept beside its records and in no file that is handed out."""

import secrets
from hashlib import blake2b
from pathlib import Path

from jiping.domain.disk import reason
from jiping.domain.errors import JipingError
from jiping.domain.place import Place

KEY_FILE = "keys/statements.key"
_BYTES = 32


def read_key(path: Path) -> bytes:
    """Return the key in a file. Raises JipingError when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as fault:
        raise JipingError(
            f"读不到查验码的密钥：{reason(fault)}。",
            why="没有打印时用的密钥，查验码既不能生成，也不能核对。",
            remedy="请用 --key-file 指明打印时用的密钥文件。",
            place=Place(str(path)),
        ) from fault


def own_key(path: Path) -> bytes:
    """Return the key in a file; where there is none, one is drawn and kept, readable by its owner only."""
    if not path.exists():
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_bytes(secrets.token_bytes(_BYTES))
        except OSError as fault:
            raise JipingError(
                f"无法保存新的密钥 {path}：{reason(fault)}。", remedy="请用 --key-file 指明一个密钥文件。"
            ) from fault
    return read_key(path)


def fingerprint(key: bytes) -> str:
    """Return what tells one key from another and says nothing of either."""
    return blake2b(b"jiping statements", key=key[:64], digest_size=8).hexdigest()
