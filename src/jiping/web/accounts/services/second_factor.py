"""Set up the second factor: six digits that change every thirty seconds (TOTP, RFC 6238)."""

from datetime import datetime

from django.db import transaction
from django_otp.plugins.otp_totp.models import TOTPDevice

from jiping.domain.errors import JipingError
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append

NAME = "动态码"


@transaction.atomic
def second_factor_confirm(*, account: AccountRecord, key: str, code: str, at: datetime) -> TOTPDevice:
    """Keep the key the phone has read, once its first code proves it. Raises JipingError for a wrong code."""
    if TOTPDevice.objects.filter(user=account, confirmed=True).exists():
        raise JipingError("动态码已经启用。", remedy="换手机请联系安全管理员重置。")
    device = TOTPDevice.objects.create(user=account, name=NAME, key=key)
    if not device.verify_token(code):
        raise JipingError(
            "动态码不对。", why="动态码按时间计算，每三十秒换一次。", remedy="请核对手机时间，输入此刻显示的六位数字。"
        )
    event_append(act="启用动态码", subject=f"账号 {account.username}", actor=account, at=at)
    return device
