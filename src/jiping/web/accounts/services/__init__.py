"""Every change of units and accounts, by act; a new site is founded without anybody logged in."""

from jiping.web.accounts.services.founding import account_create, unit_create

__all__ = ["account_create", "unit_create"]
