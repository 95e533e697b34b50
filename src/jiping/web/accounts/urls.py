from django.urls import path

from jiping.web.accounts.views import entering, importing, own, people

urlpatterns = [
    path("login/", entering.login, name="login"),
    path("login/code/", entering.login_code, name="login_code"),
    path("logout/", entering.logout, name="logout"),
    path("password/", own.password, name="password"),
    path("second-factor/", own.second_factor, name="second_factor"),
    path("people/", people.people, name="people"),
    path("people/add/", people.person_add, name="person_add"),
    path("people/import/", importing.accounts_file, name="accounts_file"),
    path("people/import/confirm/", importing.accounts_confirm, name="accounts_confirm"),
    path("people/import/template.csv", importing.accounts_template, name="accounts_template"),
    path("people/units/add/", people.unit_add, name="unit_add"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/grant/", people.person_grant, name="person_grant"),
    path("people/<int:pk>/reset/", people.person_reset, name="person_reset"),
    path("people/<int:pk>/<str:act>/", people.person_act, name="person_act"),
]
