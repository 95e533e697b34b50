from django.apps import AppConfig


class RunsConfig(AppConfig):
    name = "jiping.web.runs"
    label = "runs"
    verbose_name = "办理"
