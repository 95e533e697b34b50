"""Settings, keys, fonts: what stands in the folder."""

import stat
import sys
from pathlib import Path

from django.conf import settings

from jiping.domain.errors import JipingError
from jiping.formats.pdf.glyphs import FONTS
from jiping.web.site.checkup.sign import Health, Sign
from jiping.web.vault.keys import read_keys

_HERE = {"127.0.0.1", "localhost", "::1"}
_LEAST_SECRET = 40


def settings_file() -> Sign:
    """配置：能读，登录状态在网上传送时有没有加密。"""
    open_to_others = sorted(set(settings.ALLOWED_HOSTS) - _HERE)
    if open_to_others and not settings.CONFIG.https:
        told = f"其他电脑用 {'、'.join(open_to_others)} 访问，没有用 HTTPS。"
        return Sign("配置", Health.WARN, told, "密码会明文经过网络：请在前面放一个 HTTPS 代理，并把 https 改为 true。")
    return Sign("配置", Health.GOOD, f"{settings.CONFIG_FILE}{'（演示站点）' if settings.DEMO else ''}")


def secret_key() -> Sign:
    """会话密钥：在，够长，别人读不到。"""
    path = settings.CONFIG.secret_file
    if len(settings.SECRET_KEY) < _LEAST_SECRET:
        return Sign("会话密钥", Health.BAD, f"{path} 太短。", "请删去它，重新运行 jiping init 生成（原有登录失效）。")
    return _guarded("会话密钥", path)


def field_keys() -> Sign:
    """加密密钥：在，读得出，别人读不到。"""
    try:
        ring = read_keys(settings.KEYS_FILE)
    except JipingError as fault:
        return Sign("加密密钥", Health.BAD, fault.what, fault.remedy)
    return _guarded("加密密钥", settings.KEYS_FILE, f"共 {len(ring.keys)} 把，正在用 {ring.newest.name}")


def fonts() -> Sign:
    """字体：出文书用的字体在。"""
    found = sorted(FONTS.glob("*.ttf"))
    if not found:
        return Sign("字体", Health.BAD, f"{FONTS} 里没有字体。", "安装不完整，请重新安装。")
    return Sign("字体", Health.GOOD, "、".join(each.name for each in found))


def _guarded(title: str, path: Path, told: str = "") -> Sign:
    """Return whether only the account that runs the site can read the file; Windows keeps rights elsewhere."""
    mode = stat.S_IMODE(path.stat().st_mode)
    if sys.platform != "win32" and mode & 0o077:
        return Sign(title, Health.WARN, f"{path} 别的账户也能读（权限 {mode:o}）。", f"请运行 chmod 600 {path}")
    return Sign(title, Health.GOOD, told or f"{path.name}，只有运行账户能读")
