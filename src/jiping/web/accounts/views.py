"""In and out of the product."""

from django.contrib.auth import views as auth
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator

from jiping.web.accounts.forms import LoginForm, NewPasswordForm
from jiping.web.accounts.models import AccountRecord
from jiping.web.ui.public import public

LOCKED = 429


@method_decorator(public, name="dispatch")
class Login(auth.LoginView):
    template_name = "accounts/login.html"
    authentication_form = LoginForm


login = public(Login.as_view())


class Password(auth.PasswordChangeView):
    template_name = "accounts/password.html"
    form_class = NewPasswordForm
    success_url = reverse_lazy("todo")

    def form_valid(self, form: NewPasswordForm) -> HttpResponse:  # type: ignore[override]
        account = form.user
        assert isinstance(account, AccountRecord)  # noqa: S101
        account.must_change_password = False
        account.password_set_on = self.request.now.date()  # type: ignore[attr-defined]
        return super().form_valid(form)


password = Password.as_view()
logout = auth.LogoutView.as_view()


def locked_out(request: HttpRequest, *_: object) -> HttpResponse:
    """Say until when an account is locked, and whom to call."""
    return render(request, "accounts/locked.html", status=LOCKED)
