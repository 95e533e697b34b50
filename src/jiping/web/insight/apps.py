from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "jiping.web.insight"
    label = "insight"
    verbose_name = "分析"
