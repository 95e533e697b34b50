"""`manage backup`: one archive with the database, the files, the settings and the keys."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.utils import timezone

from jiping import __version__
from jiping.use_cases.site_archive import archive_write
from jiping.web.audit.services import event_append
from jiping.web.site.checkup.state import BACKUP
from jiping.web.site.dumping import database_dump


class Command(BaseCommand):
    """Called by `jiping backup`; people go on working meanwhile."""

    help = "备份站点"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", required=True)

    def handle(self, *_: Any, **told: Any) -> None:
        at = timezone.localtime()
        path = Path(told["to"]) / f"jiping-{at:%Y%m%d-%H%M%S}.zip"
        site: Path = settings.SITE_FOLDER
        with TemporaryDirectory(prefix=".dump-", dir=site) as folder:
            members = {"config.toml": settings.CONFIG_FILE}
            members |= {name: file for name, file in _keys().items() if file.exists()}
            members |= _below(site / "files", "files") | _below(settings.DATA_FOLDER, "data", site)
            copy = database_dump(Path(folder))
            members[copy.name] = copy
            digest = archive_write(path, members, made_at=at.isoformat(), version=__version__)
        with transaction.atomic():
            event_append(act=BACKUP, subject=path.name, actor=None, at=at, after={"sha256": digest})
        self.stdout.write(f"已备份：{path}\nSHA-256 {digest}")
        self.stdout.write("里面有密钥，请与密钥同样保管，并存到另一台机器。")
        if not settings.DATA_FOLDER.is_relative_to(site) and settings.DATA_FOLDER.exists():
            self.stdout.write(f"业务数据不在站点文件夹里，没有备份，请另行拷贝：{settings.DATA_FOLDER}")


def _keys() -> dict[str, Path]:
    return {file.name: file for file in (settings.CONFIG.secret_file, settings.KEYS_FILE)}


def _below(folder: Path, name: str, within: Path | None = None) -> dict[str, Path]:
    """Return the files below `folder`, named in the archive below `name`; none when it lies outside `within`."""
    if not folder.is_dir() or (within is not None and not folder.is_relative_to(within)):
        return {}
    found = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {f"{name}/{path.relative_to(folder).as_posix()}": path for path in found}
