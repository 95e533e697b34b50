"""What the people who run a site decide: one `config.toml`, read once, every fault named in plain Chinese."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import localtime
from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from jiping.domain.errors import JipingError
from jiping.domain.place import Place
from jiping.use_cases.field_keys import KEYS
from jiping.use_cases.new_site import KEY

KNOWN = frozenset(
    {"database", "data", "secret_file", "keys_file", "hosts", "demo", "today", "zone", "https", "feedback"}
)


@dataclass(frozen=True, slots=True)
class Config:
    """`folder` holds everything the site owns; `today` is set only where a demonstration must stand still.

    `zone` is "inner" (all pages), or "outer" (only the pages without login, on a machine phones can reach).
    `feedback` is where the public may turn to, shown on the public pages.
    """

    folder: Path
    database: str
    data: Path
    secret_file: Path
    keys_file: Path
    hosts: tuple[str, ...]
    demo: bool
    today: date | None
    zone: str
    https: bool
    feedback: str

    @property
    def day(self) -> date:
        """The day it is, here and now or where a demonstration stands still."""
        return self.today or date(*localtime()[:3])

    @property
    def secret(self) -> str:
        """The key that signs sessions; made by `jiping init`, kept outside the database."""
        try:
            return self.secret_file.read_text(encoding="ascii").strip()
        except OSError:
            raise JipingError(
                f"找不到密钥文件 {self.secret_file}。",
                why="没有它无法核对登录状态。",
                remedy="请从备份恢复，或重新运行 jiping init（原有登录将失效）。",
            ) from None


def read_config(path: Path) -> Config:
    """Return the settings in the file at `path`; relative paths in it are meant from its folder."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise JipingError(
            f"找不到配置文件 {path}。", remedy="请先运行 jiping init 建立站点，或运行 jiping serve 看演示。"
        ) from None
    except tomllib.TOMLDecodeError as fault:
        raise JipingError(f"配置文件不合语法：{fault}。", remedy="请改正这一处。", place=Place(path.name)) from None
    unknown = sorted(set(told) - KNOWN)
    if unknown:
        raise JipingError(
            f"不认识的配置项：{'、'.join(unknown)}。",
            remedy=f"可用的有：{'、'.join(sorted(KNOWN))}。",
            place=Place(path.name),
        )
    return _config(path.parent.resolve(), told)


def _config(folder: Path, told: dict[str, Any]) -> Config:
    return Config(
        folder=folder,
        database=str(told.get("database", "sqlite:///jiping.sqlite3")),
        data=folder / str(told.get("data", "data")),
        secret_file=folder / str(told.get("secret_file", KEY)),
        keys_file=folder / str(told.get("keys_file", KEYS)),
        hosts=tuple(told.get("hosts", ("127.0.0.1", "localhost"))),
        demo=bool(told.get("demo", False)),
        today=told.get("today"),
        zone=str(told.get("zone", "inner")),
        https=bool(told.get("https", False)),
        feedback=str(told.get("feedback", "")),
    )


def databases(config: Config) -> dict[str, dict[str, Any]]:
    """Return Django's DATABASES for the address in the settings: sqlite:///file or postgresql://user@host/name."""
    address = urlsplit(config.database)
    if address.scheme == "sqlite":
        return {"default": _sqlite(config.folder / address.path.removeprefix("/"))}
    if address.scheme in {"postgresql", "postgres"}:
        return {"default": _postgresql(address)}
    raise JipingError(
        f"不能使用数据库“{config.database}”。", remedy="请写 sqlite:///文件 或 postgresql://用户@主机/库名。"
    )


def _sqlite(path: Path) -> dict[str, Any]:
    # measured with 8 writers: without IMMEDIATE three saves in four fail as locked
    pragmas = "journal_mode=WAL;synchronous=NORMAL;cache_size=-20000;temp_store=MEMORY;mmap_size=134217728"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 600,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            "init_command": ";".join(f"PRAGMA {each}" for each in pragmas.split(";")),
        },
    }


def _postgresql(address: SplitResult) -> dict[str, Any]:
    socket = parse_qs(address.query).get("host", [""])[0]  # a folder: the server on this machine, without a network
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": address.path.lstrip("/"),
        "USER": unquote(address.username or ""),
        "PASSWORD": unquote(address.password or ""),
        "HOST": socket or unquote(address.hostname or ""),
        "PORT": str(address.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": "-c statement_timeout=15000 -c lock_timeout=5000"},
    }
