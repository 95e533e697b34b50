"""In and out: name and password, then the six digits where they are set up."""

from django.contrib.auth import login as let_in
from django.contrib.auth import views as auth
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods
from django_otp import login as let_in_verified
from django_otp.plugins.otp_totp.models import TOTPDevice

from jiping.web.accounts.forms import LoginForm
from jiping.web.accounts.models import AccountRecord
from jiping.web.accounts.services.sessions import login_refuse, session_begin
from jiping.web.ui.public import public

LOCKED = 429
WAITING = "waiting_for_code"
_BACKEND = "django.contrib.auth.backends.ModelBackend"


@method_decorator(public, name="dispatch")
class Login(auth.LoginView):
    """The password; with a second factor, nobody is in yet."""

    template_name = "accounts/login.html"
    authentication_form = LoginForm

    def form_valid(self, form: LoginForm) -> HttpResponse:  # type: ignore[override]
        account = form.get_user()
        assert isinstance(account, AccountRecord)  # noqa: S101
        if TOTPDevice.objects.filter(user=account, confirmed=True).exists():
            self.request.session[WAITING] = {"pk": account.pk, "next": self.get_success_url()}
            return redirect("login_code")
        _enter(self.request, account)
        return redirect(self.get_success_url())

    def form_invalid(self, form: LoginForm) -> HttpResponse:  # type: ignore[override]
        login_refuse(username=form.data.get("username", "")[:40], why="账号或密码不对", at=self.request.now)  # type: ignore[attr-defined]
        return super().form_invalid(form)


login = public(Login.as_view())
logout = auth.LogoutView.as_view()


@public
@require_http_methods(["GET", "POST"])
def login_code(request: HttpRequest) -> HttpResponse:
    """The six digits, after the password was right."""
    waiting = request.session.get(WAITING)
    if waiting is None:
        return redirect("login")
    wrong = False
    if request.method == "POST":
        account = AccountRecord.objects.get(pk=waiting["pk"])
        device = TOTPDevice.objects.get(user=account, confirmed=True)
        if account.is_active and device.verify_token(request.POST.get("code", "").strip()):
            _enter(request, account)
            let_in_verified(request, device)
            return redirect(_safe(request, waiting["next"]))
        login_refuse(username=account.username, why="动态码不对", at=request.now)  # type: ignore[attr-defined]
        wrong = True
    return render(request, "accounts/login_code.html", {"wrong": wrong})


def locked_out(request: HttpRequest, *_: object) -> HttpResponse:
    """Say until when an account is locked, and whom to call."""
    return render(request, "accounts/locked.html", status=LOCKED)


def _enter(request: HttpRequest, account: AccountRecord) -> None:
    let_in(request, account, backend=_BACKEND)
    request.session.pop(WAITING, None)
    session_begin(account=account, session_key=request.session.session_key or "", at=request.now)  # type: ignore[attr-defined]


def _safe(request: HttpRequest, address: str) -> str:
    return address if url_has_allowed_host_and_scheme(address, {request.get_host()}) else "/"
