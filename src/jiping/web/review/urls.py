from django.urls import path

from jiping.web.review.views import board, drawer, rescoring, results, sampling, tasks

urlpatterns = [
    path("review/", board.board, name="board"),
    path("review/export/", board.export, name="board_export"),
    path("review/pass/", board.bulk_pass, name="bulk_pass"),
    path("review/return/", board.bulk_return, name="bulk_return"),
    path("review/<int:pk>/", drawer.reviewing, name="reviewing"),
    path("review/<int:pk>/take-up/", drawer.take_up, name="take_up"),
    path("review/<int:pk>/drop/<int:task>/", drawer.drop, name="drop"),
    path("review/<int:pk>/excuse/", drawer.excuse, name="excuse"),
    path("review/<int:pk>/return/", drawer.send_back, name="send_back"),
    path("review/<int:pk>/pass/", drawer.let_pass, name="let_pass"),
    path("review/<int:pk>/rescore/", rescoring.rescore, name="rescore"),
    path("review/<int:pk>/rescore/save/", rescoring.save, name="rescore_save"),
    path("audit-sample/", sampling.samples, name="samples"),
    path("audit-sample/draw/", sampling.draw, name="draw"),
    path("audit-sample/<int:pk>/", sampling.sample, name="sample"),
    path("audit-sample/<int:pk>/record/", sampling.record, name="sample_record"),
    path("tasks/", tasks.tasks, name="tasks"),
    path("tasks/<int:pk>/accept/", tasks.accept, name="task_accept"),
    path("tasks/<int:pk>/reopen/", tasks.reopen, name="task_reopen"),
    path("results/", results.results, name="results"),
]
