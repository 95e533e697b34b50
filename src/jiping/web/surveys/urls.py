from django.urls import path

from jiping.web.surveys.views import answering, conducting

urlpatterns = [
    path("surveys/", conducting.surveys, name="surveys"),
    path("surveys/draw/", conducting.draw, name="survey_draw"),
    path("surveys/<int:pk>/", conducting.survey, name="survey"),
    path("surveys/<int:pk>/sample/", conducting.sample, name="survey_sample"),
    path("surveys/<int:pk>/slips/", conducting.slip_sheet, name="survey_slips"),
    path("surveys/<int:pk>/paper/", conducting.paper, name="survey_paper"),
    path("surveys/<int:pk>/close/", conducting.close, name="survey_close"),
    path("s/<str:code>/", answering.answer, name="survey_answer"),
]
