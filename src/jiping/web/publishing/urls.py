from django.urls import path

from jiping.web.publishing.views import handover, staff, verify
from jiping.web.publishing.views import open as opened

urlpatterns = [
    path("publish/", staff.publishing, name="publishing"),
    path("publish/<int:pk>/", staff.publication, name="publication"),
    path("publish/<int:pk>/withdraw/", staff.withdraw, name="withdraw"),
    path("publish/<int:pk>/copy/", handover.transfer, name="transfer"),
    path("publish/<int:pk>/import.xlsx", handover.transfer_file, name="transfer_file"),
    path("bundle/<int:pk>.zip", handover.bundle, name="bundle"),
    path("open/", opened.years, name="open"),
    path("open/schema.json", opened.open_schema, name="open_schema"),
    path("open/<int:year>/<int:unit>/", opened.unit, name="open_unit"),
    path("open/<int:year>/<int:unit>/data.<str:kind>", opened.data, name="open_data"),
    path("open/project/<int:pk>/", opened.project, name="open_project"),
    path("open/project/<int:pk>.<str:kind>", opened.file, name="open_file"),
    path("verify/", verify.verify, name="verify"),
    path("verify/<path:code>", verify.verify_code, name="verify_code"),
]
