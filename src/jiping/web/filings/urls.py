from django.urls import path

from jiping.web.filings import proving, starting
from jiping.web.filings.views import acts, reading, rows

urlpatterns = [
    path("todo/", reading.todo, name="todo"),
    path("eval/", reading.filings, name="filings"),
    path("eval/new/", starting.new, name="filing_new"),
    path("eval/new/goals/<int:project>/", starting.new_from_goals, name="filing_from_goals"),
    path("eval/new/year/<int:pk>/", starting.new_from_last_year, name="filing_from_year"),
    path("eval/new/file/", starting.new_from_file, name="filing_from_file"),
    path("eval/new/confirm/", starting.new_confirmed, name="filing_confirm"),
    path("eval/<int:pk>/back/", starting.bring_back, name="bring_back"),
    path("eval/<int:pk>/back/confirm/", starting.bring_back_confirmed, name="bring_back_confirm"),
    path("eval/<int:pk>/", reading.sheet, name="filing"),
    path("eval/<int:pk>/row/<int:row>/", rows.cell, name="cell"),
    path("eval/<int:pk>/row/<int:row>/confirm/", rows.confirm, name="confirm"),
    path("eval/<int:pk>/row/<int:row>/adopt/", rows.adopt, name="adopt"),
    path("eval/<int:pk>/row/<int:row>/evidence/", rows.evidence, name="evidence"),
    path("eval/<int:pk>/waive/", acts.waive, name="waive"),
    path("eval/<int:pk>/advance/", acts.advance, name="advance"),
    path("tasks/<int:task>/answer/", acts.answer, name="task_answer"),
    path("eval/<int:pk>/report/", reading.report, name="report"),
    path("eval/<int:pk>/report/<int:section>/", acts.section, name="section"),
    path("eval/<int:pk>/diff/", reading.compare, name="compare"),
    path("eval/<int:pk>/figures/", proving.figures, name="figures"),
    path("eval/<int:pk>/receipt/<str:receipt>/", proving.receipt, name="receipt"),
    path("eval/<int:pk>/<str:kind>/", reading.paper, name="paper"),
]
