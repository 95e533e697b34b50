"""Bring the tables up to the program's version, telling what hinders in words."""

from django.core.management import call_command
from django.db import OperationalError, connection

from jiping.domain.errors import JipingError


def bring_up_to_date() -> None:
    """Migrate. Raises JipingError when the database cannot be reached."""
    try:
        connection.ensure_connection()
    except OperationalError as fault:
        raise JipingError(
            "连不上数据库。",
            why=str(fault).strip().splitlines()[0] + "。",
            remedy="请核对 config.toml 里的 database，确认数据库服务已启动、库已建好、账号有权限。",
        ) from None
    call_command("migrate", verbosity=0)
