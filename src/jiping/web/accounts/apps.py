from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Units, people and what each may do."""

    name = "jiping.web.accounts"
    label = "accounts"
    verbose_name = "单位与人员"
