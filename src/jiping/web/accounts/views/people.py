"""Units and people: the system administrator opens, the security administrator grants; neither does both."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST
from django_otp.plugins.otp_totp.models import TOTPDevice

from jiping.domain.errors import JipingError
from jiping.domain.roles import Role
from jiping.web.accounts.forms import PersonForm, RoleForm, UnitForm
from jiping.web.accounts.models import AccountRecord
from jiping.web.accounts.request import StaffRequest
from jiping.web.accounts.selectors import accounts_found, persons, units_tree
from jiping.web.accounts.services.closing import account_disable, account_enable, account_unlock, password_reset
from jiping.web.accounts.services.granting import role_grant, second_factor_remove
from jiping.web.accounts.services.opening import account_open, unit_open
from jiping.web.ui.admission import for_roles

KEEPERS = (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN)
PAGE = 50
Service = Callable[..., None]
ACTS: dict[str, tuple[Service, str]] = {
    "disable": (account_disable, "账号已停用，持有人不能再登录。"),
    "enable": (account_enable, "账号已启用。"),
    "unlock": (account_unlock, "账号已解锁，可以重新登录。"),
    "forget": (second_factor_remove, "动态码已重置，持有人下次登录时重新设置。"),
}


@require_GET
@for_roles(*KEEPERS)
def people(request: StaffRequest) -> HttpResponse:
    """The tree of units, and the accounts of one."""
    unit, words = request.GET.get("unit", ""), request.GET.get("q", "").strip()
    page = Paginator(accounts_found(unit, words), PAGE).get_page(request.GET.get("page"))
    told = {
        "units": units_tree(),
        "unit": unit,
        "words": words,
        "page": page,
        "persons": persons(list(page), request.now),
        "form": PersonForm(),
        "unit_form": UnitForm(),
        "may_open": request.user.duty is Role.SYSTEM_ADMIN,
    }
    return render(request, "accounts/people.html", told)


@require_GET
@for_roles(*KEEPERS)
def person(request: StaffRequest, pk: int) -> HttpResponse:
    """One account and what this administrator may do with it."""
    account = AccountRecord.objects.get(pk=pk)
    (shown,) = persons([account], request.now)
    told = {
        "person": shown,
        "form": RoleForm(initial={"role": account.role}),
        "has_factor": TOTPDevice.objects.filter(user=account, confirmed=True).exists(),
        "own": account.pk == request.user.pk,
        "opens": request.user.duty is Role.SYSTEM_ADMIN,
    }
    return render(request, "accounts/person.html", told)


@require_POST
@for_roles(*KEEPERS)
def unit_add(request: StaffRequest) -> HttpResponse:
    """Add a unit."""
    told = _cleaned(UnitForm(request.POST))
    unit = unit_open(name=told["name"], parent=told["parent"], actor=request.user, at=request.now)
    messages.info(request, f"已建立单位“{unit.name}”，可以为它开立账号。")
    return redirect("people")


@require_POST
@for_roles(*KEEPERS)
def person_add(request: StaffRequest) -> HttpResponse:
    """Open an account; its first password is shown this once."""
    told = _cleaned(PersonForm(request.POST))
    opened = account_open(**told, actor=request.user, at=request.now)
    return render(request, "accounts/opened.html", {"opened": [opened]})


@require_POST
@for_roles(*KEEPERS)
def person_reset(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a new first password, shown this once."""
    opened = password_reset(account=AccountRecord.objects.get(pk=pk), actor=request.user, at=request.now)
    return render(request, "accounts/opened.html", {"opened": [opened]})


@require_POST
@for_roles(*KEEPERS)
def person_grant(request: StaffRequest, pk: int) -> HttpResponse:
    """Grant a role."""
    told = _cleaned(RoleForm(request.POST))
    account = AccountRecord.objects.get(pk=pk)
    granted = role_grant(account=account, role=told["role"], actor=request.user, at=request.now)
    messages.info(request, f"已核准{granted.name}为{granted.duty.label}，可以登录。")
    return redirect("person", pk)


@require_POST
@for_roles(*KEEPERS)
def person_act(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    """Disable, enable, unlock, or take away a lost second factor."""
    if act not in ACTS:
        raise Http404
    service, said = ACTS[act]
    at: datetime = request.now
    service(account=AccountRecord.objects.get(pk=pk), actor=request.user, at=at)
    messages.info(request, said)
    return redirect("person", pk)


def _cleaned(form: Form) -> dict[str, Any]:
    """Return what the form says. Raises JipingError with each field's fault in words."""
    if not form.is_valid():
        faults = [f"{form.fields[name].label}：{''.join(map(str, found))}" for name, found in form.errors.items()]
        raise JipingError("；".join(faults), remedy="请改正后再提交。")
    return form.cleaned_data
