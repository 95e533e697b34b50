"""What everybody does with the own account: the password, the second factor."""

import segno
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.password_validation import password_validators_help_texts
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods
from django_otp import login as let_in_verified
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp.util import random_hex

from jiping.domain.errors import JipingError
from jiping.web.accounts.forms import NewPasswordForm
from jiping.web.accounts.request import StaffRequest
from jiping.web.accounts.services.passwords import password_change
from jiping.web.accounts.services.second_factor import second_factor_confirm
from jiping.web.accounts.services.sessions import session_begin

KEY = "second_factor_key"


@require_http_methods(["GET", "POST"])
def password(request: StaffRequest) -> HttpResponse:
    """Choose another password."""
    form = NewPasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        password_change(account=request.user, password=form.cleaned_data["new_password1"], at=request.now)
        update_session_auth_hash(request, request.user)
        session_begin(account=request.user, session_key=request.session.session_key or "", at=request.now)
        return redirect("todo")
    return render(request, "accounts/password.html", {"form": form, "demands": password_validators_help_texts()})


@require_http_methods(["GET", "POST"])
def second_factor(request: StaffRequest) -> HttpResponse:
    """Show the key as a picture for the phone, and take the first code as proof."""
    has = TOTPDevice.objects.filter(user=request.user, confirmed=True).exists()
    key = request.session.setdefault(KEY, random_hex(20))
    fault = None
    if request.method == "POST":
        try:
            told = request.POST.get("code", "").strip()
            device = second_factor_confirm(account=request.user, key=key, code=told, at=request.now)
        except JipingError as error:
            fault = error
        else:
            del request.session[KEY]
            let_in_verified(request, device)
            return redirect("todo")
    address = TOTPDevice(user=request.user, key=key).config_url
    picture = segno.make(address, error="m", micro=False).svg_inline(scale=5, border=2, dark="#12305a")
    told_key = address.split("secret=")[1].split("&")[0]
    shown = {"has": has, "picture": picture, "key": told_key, "fault": fault}
    return render(request, "accounts/second_factor.html", shown, status=422 if fault else 200)
