"""Units in a tree, and the accounts of the people in them; one account has one role."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from jiping.domain.roles import ADMINISTRATORS, Role

ROLES = [(role.value, role.label) for role in Role]


class UnitRecord(models.Model):
    """A public body. `path` is the line of ids from the top, each followed by a stroke: all below a unit begin with it."""

    name = models.CharField("单位名称", max_length=120, unique=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    path = models.CharField(max_length=200, db_index=True, editable=False)

    class Meta:
        verbose_name = "单位"
        ordering = ("path",)

    def __str__(self) -> str:
        return self.name

    @property
    def depth(self) -> int:
        """How many units stand above it."""
        return self.path.count("/") - 1


class AccountManager(BaseUserManager["AccountRecord"]):
    """Accounts are made by services; Django asks a manager only how to find one by its name.

    Its unit comes along: every page shows it, and most of the policy asks for it.
    """

    def get_queryset(self) -> models.QuerySet["AccountRecord"]:
        return super().get_queryset().select_related("unit")


class AccountRecord(AbstractBaseUser):
    """A person who works in the product; can log in once the security administrator has granted the role.

    `session_key` is the one session it may have; the next login ends it.
    """

    username = models.CharField("账号", max_length=40, unique=True)
    name = models.CharField("姓名", max_length=40)
    unit = models.ForeignKey(UnitRecord, models.PROTECT, verbose_name="单位", related_name="accounts")
    role = models.CharField("角色", max_length=20, choices=ROLES)
    granted_on = models.DateField("角色核准日期", null=True, blank=True)
    is_active = models.BooleanField("可以登录", default=True)
    must_change_password = models.BooleanField("下次登录须改密码", default=True)
    password_set_on = models.DateField("密码设置日期", null=True, blank=True)
    session_key = models.CharField(max_length=40, blank=True, default="")

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = AccountManager()

    class Meta:
        verbose_name = "账号"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in Role]), name="account_role_known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.unit.name} · {self.duty.label}）"

    @property
    def duty(self) -> Role:
        """The role as a value."""
        return Role(self.role)

    @property
    def is_administrator(self) -> bool:
        """Tell whether this is one of the three administrators, who never touch business."""
        return self.duty in ADMINISTRATORS


class PasswordRecord(models.Model):
    """A password once used, as its hash: it may not come again."""

    account = models.ForeignKey(AccountRecord, models.CASCADE, related_name="passwords")
    digest = models.CharField(max_length=128)
    replaced_at = models.DateTimeField()

    class Meta:
        verbose_name = "用过的密码"
        ordering = ("-pk",)
