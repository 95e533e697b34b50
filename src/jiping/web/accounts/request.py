"""What a page is asked with, once the door has let a person in."""

from datetime import datetime

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from jiping.web.accounts.models import AccountRecord


class StaffRequest(HttpRequest):
    """A request of somebody logged in; `now` is the one moment all its acts bear."""

    user: AccountRecord
    now: datetime
    htmx: HtmxDetails
