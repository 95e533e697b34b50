"""The keys that open what is encrypted: one file outside the database, one line a key, the last line locks what is new."""

import re
from base64 import b64decode
from dataclasses import dataclass
from functools import lru_cache
from hmac import digest
from pathlib import Path

from jiping.domain.errors import JipingError
from jiping.domain.place import Place

_LINE = re.compile(r"(k\d+) ([A-Za-z0-9+/]{43}=)")


@dataclass(frozen=True, slots=True, repr=False)
class Key:
    """A number for reference, and 32 secret bytes, from which the two working keys are derived."""

    name: str
    secret: bytes

    @property
    def cipher(self) -> bytes:
        """The key of AES-256."""
        return digest(self.secret, b"jiping cipher", "sha256")

    @property
    def index(self) -> bytes:
        """The key of the blind index."""
        return digest(self.secret, b"jiping blind index", "sha256")

    def __repr__(self) -> str:
        return f"Key({self.name})"


@dataclass(frozen=True, slots=True, repr=False)
class KeyRing:
    """All keys ever used, oldest first: an old backup needs its old key."""

    keys: tuple[Key, ...]

    @property
    def newest(self) -> Key:
        return self.keys[-1]

    def named(self, name: str) -> Key:
        """Return a key by its name. Raises JipingError when the file does not hold it."""
        for key in self.keys:
            if key.name == name:
                return key
        raise JipingError(
            f"密钥文件里没有密钥 {name}。", why="用它加密的内容打不开。", remedy="请从备份恢复原来的密钥文件。"
        )


def read_keys(path: Path) -> KeyRing:
    """Return the keys in the file at `path`; a file that has changed is read again."""
    try:
        seen = path.stat()
    except OSError:
        raise JipingError(
            f"找不到加密密钥文件 {path}。",
            why="没有它，身份证号等加密的内容打不开。",
            remedy="请从备份恢复这个文件；新站点由 jiping init 生成。",
        ) from None
    return _read(path, seen.st_mtime_ns, seen.st_size)


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int, _size: int) -> KeyRing:
    lines = path.read_text(encoding="ascii").splitlines()
    keys = tuple(_key(path, number, line) for number, line in enumerate(lines, start=1))
    if not keys:
        raise JipingError("加密密钥文件是空的。", remedy="请从备份恢复这个文件。", place=Place(path.name))
    return KeyRing(keys)


def _key(path: Path, number: int, line: str) -> Key:
    found = _LINE.fullmatch(line)
    if found is None:
        raise JipingError("这一行不是密钥。", remedy="请从备份恢复这个文件。", place=Place(path.name, line=number))
    return Key(found[1], b64decode(found[2]))
