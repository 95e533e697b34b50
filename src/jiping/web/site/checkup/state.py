"""Database, disk, clock, backups, the worker: how the site is now."""

import shutil
from datetime import datetime

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from jiping.use_cases.site_care import SiteCare, site_care
from jiping.web.audit.models import EventRecord
from jiping.web.audit.selectors import first_break
from jiping.web.runs.models import RunRecord
from jiping.web.runs.states import RunState
from jiping.web.site.checkup.sign import Health, Sign

BACKUP = "备份站点"
_NO_DATABASE = "请核对 config.toml 里的 database，并确认数据库服务已启动。"


def database() -> Sign:
    """数据库：连得上。"""
    try:
        connection.ensure_connection()
    except DatabaseError as fault:
        return Sign("数据库", Health.BAD, f"连不上：{fault}", _NO_DATABASE)
    told = "SQLite" if connection.vendor == "sqlite" else f"PostgreSQL，库名 {connection.settings_dict['NAME']}"
    return Sign("数据库", Health.GOOD, told)


def migrations() -> Sign:
    """数据表：与程序同一版本。"""
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        return Sign(
            "数据表", Health.BAD, f"有 {len(waiting)} 步升级没有做。", "请重新启动 jiping serve，它会先升级数据表。"
        )
    return Sign("数据表", Health.GOOD, "与程序同一版本")


def disk() -> Sign:
    """磁盘：还有余量。"""
    care, usage = _care(), shutil.disk_usage(settings.SITE_FOLDER)
    told = f"还剩 {usage.free / 2**30:.1f} GB"
    if usage.free < care.short:
        return Sign("磁盘", Health.BAD, told, "保存随时会失败：请立即腾出空间或换更大的磁盘。")
    if usage.free < care.scarce:
        return Sign("磁盘", Health.WARN, told, "请尽快腾出空间：旧的备份可以移到别处。")
    return Sign("磁盘", Health.GOOD, told)


def clock(now: datetime) -> Sign:
    """时钟：不比最后一条留痕早。"""
    last = EventRecord.objects.order_by("-at").values_list("at", flat=True).first()
    if last is not None and settings.TODAY is None and last > now + _care().clock:
        told = f"现在是 {now:%Y-%m-%d %H:%M}，最后一条留痕却在 {last:%Y-%m-%d %H:%M}"
        return Sign("时钟", Health.BAD, told, "请校准这台机器的时间；没有校准前请不要办业务。")
    return Sign("时钟", Health.GOOD, f"{now:%Y-%m-%d %H:%M}，不早于最后一条留痕")


def backup(now: datetime) -> Sign:
    """备份：不久前做过。"""
    last = EventRecord.objects.filter(act=BACKUP).order_by("-number").values_list("at", flat=True).first()
    remedy = "请运行 jiping backup，并设为每天定时运行；备份要存到另一台机器。"
    if settings.DEMO:
        return Sign("备份", Health.GOOD, "演示站点不用备份")
    if last is None:
        return Sign("备份", Health.WARN, "从来没有备份过。", remedy)
    care, told = _care(), f"上一次在 {last.astimezone(now.tzinfo):%Y-%m-%d %H:%M}"
    if now - last > care.backup_late:
        return Sign("备份", Health.BAD, told, remedy)
    return Sign("备份", Health.WARN, told, remedy) if now - last > care.backup_due else Sign("备份", Health.GOOD, told)


def worker(now: datetime) -> Sign:
    """后台：排队的办理有人接。"""
    waiting = RunRecord.objects.filter(state=RunState.QUEUED, asked_at__lt=now - _care().queue).count()
    if waiting:
        remedy = "后台可能没有运行：请重新启动 jiping serve。"
        return Sign("后台", Health.WARN, f"{waiting} 件办理排队很久了。", remedy)
    return Sign("后台", Health.GOOD, "没有久等的办理")


def whole() -> Sign:
    """数据完整：数据库文件没有损坏。只在命令里查，要读遍全库。"""
    if connection.vendor != "sqlite":
        return Sign("数据完整", Health.GOOD, "由 PostgreSQL 自己校验")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA quick_check(1)")
        (told,) = cursor.fetchone()
    if told != "ok":
        return Sign("数据完整", Health.BAD, f"数据库文件损坏：{told}", "请停止服务，用 jiping restore 恢复最近的备份。")
    return Sign("数据完整", Health.GOOD, "数据库文件没有损坏")


def trail() -> Sign:
    """留痕：整条链连续。只在命令里查，要读遍全部留痕。"""
    broken = first_break()
    if broken is not None:
        remedy = "请先不要办业务，从备份恢复后核对，并报告审计管理员。"
        return Sign("留痕", Health.BAD, f"第 {broken} 条起不连续。", remedy)
    return Sign("留痕", Health.GOOD, "整条链连续")


def _care() -> SiteCare:
    return site_care(settings.CONFIG.day)
