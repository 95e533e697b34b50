from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "jiping.web.publishing"
    label = "publishing"
    verbose_name = "公开"
