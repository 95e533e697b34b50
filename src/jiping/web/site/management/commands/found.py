"""`manage found`: make the tables, ask for the first unit and the three administrators, say what to do next."""

import os  # noqa: TID251 - who may read what is made
import sys
from getpass import getpass
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from jiping.domain.errors import JipingError
from jiping.domain.roles import Role
from jiping.web.site.database import bring_up_to_date
from jiping.web.site.founding import FIRST, First, require_unfounded, site_found

_LINE = "请按“账号,姓名,初始密码”给出三行：系统管理员、安全管理员、审计管理员各一行。"


class Command(BaseCommand):
    """Called by `jiping init`."""

    help = "建立站点"
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--unit", default="")

    def handle(self, *_: Any, **told: Any) -> None:
        os.umask(0o077)  # the database it makes is for the account that runs the site, and for nobody else
        bring_up_to_date()
        require_unfounded()
        asked = sys.stdin.isatty()
        unit = told["unit"] or (input("最上级单位的名称：") if asked else "")
        if not unit.strip():
            raise JipingError("没有写明单位。", remedy="请用 --unit 写明最上级单位的名称。")
        first = tuple(map(_ask, FIRST)) if asked else _read(sys.stdin.read())
        site_found(unit=unit, first=first, at=timezone.localtime())
        config = settings.CONFIG_FILE
        self.stdout.write(
            f"站点建好了：{config.parent}\n"
            f"接下来：\n"
            f"  1. 打开 {config}，在 hosts 里写上别的电脑用来访问的名称。\n"
            f"  2. 运行 jiping serve --config {config} --host 0.0.0.0\n"
            f"  3. 三位管理员各自登录，改掉初始密码，用手机启用动态码。\n"
            f"  4. 系统管理员在“人员”里建单位、开账号，安全管理员核准角色。\n"
            f"  5. 每天定时运行 jiping backup --config {config}，备份存到另一台机器。\n"
            f"随时可以运行 jiping doctor --config {config} 检查安装。"
        )


def _ask(role: Role) -> First:
    username = input(f"{role.label}的账号：").strip()
    name = input(f"{role.label}的姓名：").strip()
    while True:
        password = getpass("初始密码（不显示）：")
        if password == getpass("再输一次："):
            return First(role, username, name, password)
        sys.stdout.write("两次不一样，请重输。\n")


def _read(text: str) -> tuple[First, ...]:
    lines = [line.split(",", 2) for line in text.splitlines() if line.strip()]
    if len(lines) != len(FIRST) or any(len(line) != 3 for line in lines):
        raise JipingError("管理员没有给全。", remedy=_LINE)
    return tuple(
        First(role, username.strip(), name.strip(), password)
        for role, (username, name, password) in zip(FIRST, lines, strict=True)
    )
