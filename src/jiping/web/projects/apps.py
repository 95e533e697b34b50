from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "jiping.web.projects"
    label = "projects"
    verbose_name = "项目与目标"
