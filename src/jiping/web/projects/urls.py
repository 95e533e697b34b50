from django.urls import path

from jiping.web.projects.views import listing, running, set_up

urlpatterns = [
    path("goals/", listing.projects, name="projects"),
    path("goals/new/", listing.create, name="project-create"),
    path("goals/<int:pk>/roll/", listing.roll_over, name="project-roll"),
    path("goals/<int:pk>/", set_up.project, name="project"),
    path("goals/<int:pk>/describe/", set_up.describe, name="project-describe"),
    path("goals/<int:pk>/cost/", set_up.cost, name="project-cost"),
    path("goals/<int:pk>/cost/<int:cost>/remove/", set_up.cost_out, name="project-cost-out"),
    path("goals/<int:pk>/assess/", set_up.assess, name="project-assess"),
    path("goals/<int:pk>/target/", set_up.target, name="project-target"),
    path("goals/<int:pk>/target/<int:target>/", set_up.target_change, name="project-target-change"),
    path("goals/<int:pk>/target/<int:target>/remove/", set_up.target_out, name="project-target-out"),
    path("goals/<int:pk>/submit/", set_up.submit, name="project-submit"),
    path("goals/<int:pk>/decide/", set_up.decide, name="project-decide"),
    path("goals/<int:pk>/adjust/", running.adjust, name="project-adjust"),
    path("goals/<int:pk>/adjust/<int:adjustment>/", running.adjust_decide, name="project-adjust-decide"),
    path("goals/<int:pk>/monitor/", running.monitor, name="project-monitor"),
    path("goals/<int:pk>/monitor/<int:month>/", running.monitor_hand_in, name="project-monitor-hand-in"),
]
