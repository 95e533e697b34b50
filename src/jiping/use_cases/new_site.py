"""Lay out the folder of a site: its settings and its key, never over what is there."""

import json
from pathlib import Path
from secrets import token_urlsafe

from jiping.use_cases.field_keys import KEYS, key_line
from jiping.use_cases.output import put

_SETTINGS = """\
# 绩评站点的设置。改过之后重新启动 jiping serve 才生效。
database = {database}   # 或 postgresql://用户:密码@主机/库名
data = {data}             # 业务数据（jiping import 写入的）所在文件夹
hosts = [{hosts}]     # 浏览器里用来访问的主机名
demo = {demo}
https = false               # 前面有 HTTPS 时改为 true
zone = "inner"              # outer 只开放不需要登录的页面
{today}feedback = ""               # 公开页上的意见反馈方式，如 电话 0513-00000000，工作日 9:00–17:00
"""
_DEMO_DAY = "today = 2025-03-21          # 演示停在这一天：2024 年度的自评正在填报\n"
_HOSTS = '"127.0.0.1", "localhost"'
CONFIG = "config.toml"
KEY = "secret.key"


def new_site(folder: Path, *, demo: bool, data: Path, database: str = "sqlite:///jiping.sqlite3") -> Path:
    """Return the settings file of the site in `folder`; written, with a fresh key, where there is none yet."""
    config = folder / CONFIG
    if not config.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _keep_secret(folder / KEY, f"{token_urlsafe(50)}\n")
        _keep_secret(folder / KEYS, key_line(1))
        place = data.resolve()
        kept = place.relative_to(folder.resolve()) if place.is_relative_to(folder.resolve()) else place
        told = _SETTINGS.format(
            database=_quoted(database),
            data=_quoted(kept.as_posix()),
            hosts=_HOSTS,
            demo=str(demo).lower(),
            today=_DEMO_DAY if demo else "",
        )
        put(config, told.encode()).chmod(0o600)  # the address of a database may hold its password
    return config


def _quoted(text: str) -> str:
    """Return a text as TOML writes it, which is as JSON does."""
    return json.dumps(text, ensure_ascii=False)


def _keep_secret(path: Path, text: str) -> None:
    """Write what only the account that runs the site may read; a key that is there already is never replaced."""
    if not path.exists():
        put(path, text.encode()).chmod(0o600)
