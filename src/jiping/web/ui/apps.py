from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "jiping.web.ui"
    label = "ui"
    verbose_name = "界面"
