"""Read tokens, and filings as the interface gives them."""

from django.db.models import QuerySet

from jiping.web.accounts.models import AccountRecord
from jiping.web.api.models import TokenRecord
from jiping.web.api.policy import digest_of
from jiping.web.filings.models import FilingRecord, FilingVersion
from jiping.web.filings.policy import visible_to


def tokens_of(account: AccountRecord) -> QuerySet[TokenRecord]:
    """Return the account's tokens that still hold."""
    return TokenRecord.objects.filter(account=account, revoked_at=None)


def account_with(token: str) -> AccountRecord | None:
    """Return whose token it is; None for one that is unknown, revoked, or of an account that is closed."""
    found = (
        TokenRecord.objects.filter(digest=digest_of(token), revoked_at=None, account__is_active=True)
        .select_related("account__unit")
        .first()
    )
    return None if found is None else found.account


def filings_listed(account: AccountRecord, year: int | None) -> QuerySet[FilingRecord]:
    """Return the filings the account may see, of one year or all, in a fixed order."""
    found = visible_to(account).order_by("pk")
    return found if year is None else found.filter(year=year)


def version_sealed(account: AccountRecord, pk: int, number: int) -> FilingVersion:
    """Return one sealed version. Raises DoesNotExist outside the account's scope."""
    return FilingVersion.objects.select_related("filing").get(filing__in=visible_to(account), filing=pk, number=number)
