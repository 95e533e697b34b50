"""Logging in and choosing a password."""

from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm


class LoginForm(AuthenticationForm):
    """Name and password; one sentence for both, so nobody learns which names exist."""

    error_messages = {
        "invalid_login": "账号或密码不对。连续输错五次将锁定三十分钟。",
        "inactive": "这个账号已停用，请联系系统管理员。",
    }


class NewPasswordForm(PasswordChangeForm):
    """The old password and the new one, twice."""
