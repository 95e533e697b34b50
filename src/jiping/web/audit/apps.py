from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "jiping.web.audit"
    label = "audit"
    verbose_name = "留痕"
