"""Lock a text to one cell of one table with AES-256-GCM, and open it again; find it by a blind index."""

from base64 import b64decode, b64encode
from hmac import digest
from secrets import token_bytes
from unicodedata import normalize

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from jiping.domain.errors import JipingError
from jiping.web.vault.keys import Key, KeyRing

_NONCE = 12


def seal(text: str, cell: str, key: Key) -> str:
    """Return `key name:base64(nonce + ciphertext)`; `cell` is table.column.pk, so a value moved elsewhere does not open."""
    nonce = token_bytes(_NONCE)
    locked = AESGCM(key.cipher).encrypt(nonce, text.encode(), cell.encode())
    return f"{key.name}:{b64encode(nonce + locked).decode('ascii')}"


def unseal(sealed: str, cell: str, ring: KeyRing) -> str:
    """Return the text. Raises JipingError when it was altered or taken from another cell."""
    name, _, body = sealed.partition(":")
    key, whole = ring.named(name), b64decode(body)
    try:
        return AESGCM(key.cipher).decrypt(whole[:_NONCE], whole[_NONCE:], cell.encode()).decode()
    except InvalidTag:
        raise JipingError(
            "一处加密的内容打不开。",
            why=f"{cell} 被改动过，或是从别处挪来的，或密钥文件不是原来的。",
            remedy="请先不要改动数据，从备份核对，并告知安全管理员。",
        ) from None


def blind(text: str, key: Key) -> str:
    """Return what equal texts share and nobody can turn back without the key: `key name:HMAC-SHA-256`."""
    plain = "".join(normalize("NFKC", text).split()).upper()
    return f"{key.name}:{digest(key.index, plain.encode(), 'sha256').hex()}"


def blind_any(text: str, ring: KeyRing) -> list[str]:
    """Return the index of `text` under each key, to look it up while a rotation is under way."""
    return [blind(text, key) for key in ring.keys]
