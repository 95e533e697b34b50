from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "jiping.web.site"
    label = "site"
    verbose_name = "站点"
