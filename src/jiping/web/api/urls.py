from django.urls import URLPattern, path

from jiping.web.api import views
from jiping.web.api.interface import api
from jiping.web.ui.public import public

# programs bring a token instead of a session: the door lets them pass, and every operation asks for the token itself
_programs = api.urls
for each in _programs[0]:
    if isinstance(each, URLPattern):
        public(each.callback)

urlpatterns = [
    path("tokens/", views.tokens, name="tokens"),
    path("tokens/<int:pk>/revoke/", views.revoke, name="token_revoke"),
    path("api/", _programs),
]
