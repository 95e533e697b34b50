from django.apps import AppConfig


class FilingsConfig(AppConfig):
    name = "jiping.web.filings"
    label = "filings"
    verbose_name = "自评"
