"""Logging in, choosing a password, opening an account."""

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm

from jiping.domain.roles import Role
from jiping.web.accounts.models import ROLES, UnitRecord

_LIMIT = settings.ACCOUNT_RULES


class LoginForm(AuthenticationForm):
    """Name and password; one sentence for both, so nobody learns which names exist."""

    error_messages = {
        "invalid_login": (
            f"账号或密码不对。连续输错 {_LIMIT.attempts} 次将锁定 {int(_LIMIT.locked.total_seconds() // 60)} 分钟。"
        ),
        "inactive": "账号或密码不对，或账号还没有核准、已经停用。",
    }


class NewPasswordForm(PasswordChangeForm):
    """The old password and the new one, twice."""


class PersonForm(forms.Form):
    """What the system administrator tells of a new account."""

    unit = forms.ModelChoiceField(UnitRecord.objects.all(), label="单位", empty_label="选择单位")
    username = forms.CharField(label="账号", max_length=40)
    name = forms.CharField(label="姓名", max_length=40)
    role = forms.ChoiceField(label="申请角色", choices=ROLES)

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])


class RoleForm(forms.Form):
    """The role the security administrator grants."""

    role = forms.ChoiceField(label="角色", choices=ROLES)

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])


class UnitForm(forms.Form):
    """A new unit and the one above it."""

    name = forms.CharField(label="单位名称", max_length=120)
    parent = forms.ModelChoiceField(UnitRecord.objects.all(), label="上级单位", required=False, empty_label="没有上级")
