"""Every address of the product; each app names its own."""

from django.urls import include, path
from django.views.generic import RedirectView

from jiping.web.site import views

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="todo"), name="home"),
    path("system/", views.system, name="system"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("", include("jiping.web.accounts.urls")),
    path("", include("jiping.web.audit.urls")),
    path("", include("jiping.web.filings.urls")),
    path("", include("jiping.web.publishing.urls")),
    path("", include("jiping.web.api.urls")),
    path("", include("jiping.web.insight.urls")),
    path("", include("jiping.web.projects.urls")),
    path("", include("jiping.web.funds.urls")),
    path("", include("jiping.web.review.urls")),
    path("", include("jiping.web.runs.urls")),
    path("", include("jiping.web.surveys.urls")),
]
