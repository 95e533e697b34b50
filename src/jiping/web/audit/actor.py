"""Who acts, as the trail needs to know: accounts stand above the trail, so that their own acts leave marks too."""

from typing import Protocol

from jiping.domain.roles import Role


class Actor(Protocol):
    """A person with an account."""

    @property
    def name(self) -> str: ...

    @property
    def username(self) -> str: ...

    @property
    def duty(self) -> Role: ...
