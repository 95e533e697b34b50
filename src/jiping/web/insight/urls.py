from django.urls import path

from jiping.web.insight import views

urlpatterns = [path("insight/", views.insight, name="insight")]
