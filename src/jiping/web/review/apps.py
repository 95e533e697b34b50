from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "jiping.web.review"
    label = "review"
    verbose_name = "审核与整改"
