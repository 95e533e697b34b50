from django.urls import path

from jiping.web.runs.views import disputing, own, running, steering

urlpatterns = [
    path("runs/", running.runs, name="runs"),
    path("runs/ask/", steering.ask, name="run_ask"),
    path("runs/<int:pk>/", running.run, name="run"),
    path("runs/<int:pk>/live/", running.live, name="run_live"),
    path("runs/<int:pk>/pause/", steering.pause, name="run_pause"),
    path("runs/<int:pk>/resume/", steering.resume, name="run_resume"),
    path("runs/<int:pk>/stop/", steering.stop, name="run_stop"),
    path("runs/<int:pk>/step/<int:position>/", steering.open_step, name="run_step"),
    path("runs/<int:pk>/files/<path:name>", steering.file, name="run_file"),
    path("runs/<int:pk>/exceptions/<int:exception>/", steering.exceptions, name="run_exceptions"),
    path("runs/<int:pk>/disputes/", disputing.disputes, name="run_disputes"),
    path("runs/<int:pk>/disputes/<int:dispute>/", disputing.answer, name="run_dispute"),
    path("st/", own.statement, name="statement"),
    path("st/pdf/", own.statement_pdf, name="statement_pdf"),
    path("st/dispute/", own.statement_dispute, name="statement_dispute"),
]
