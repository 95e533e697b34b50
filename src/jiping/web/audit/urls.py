from django.urls import path

from jiping.web.audit import views

urlpatterns = [
    path("trail/", views.trail, name="trail"),
    path("trail/verify/", views.trail_verify, name="trail_verify"),
    path("trail/export/", views.trail_export_file, name="trail_export"),
]
