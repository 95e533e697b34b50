from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "jiping.web.surveys"
    label = "surveys"
    verbose_name = "调查"
