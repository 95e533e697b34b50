"""Parts of narratives that stand word for word in several filings."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import Length

from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.models import FilingRecord, SectionRecord
from jiping.web.filings.policy import visible_to


@dataclass(frozen=True, slots=True)
class Copied:
    """A text and the filings it stands in."""

    heading: str
    text: str
    filings: tuple[FilingRecord, ...]

    @property
    def units(self) -> int:
        return len({each.unit_id for each in self.filings})


def copied_texts(account: AccountRecord, year: int, least: int, most: int) -> tuple[Copied, ...]:
    """Return the year's texts of at least `least` characters that several filings have, the most copied first."""
    seen = SectionRecord.objects.filter(filing__in=visible_to(account).filter(year=year))
    shared = (
        seen.annotate(length=Length("text"))
        .filter(length__gte=least)
        .order_by()
        .values("text")
        .annotate(number=Count("filing", distinct=True))
        .filter(number__gt=1)
        .order_by("-number", "text")
        .values("text")[:most]
    )
    by_text: dict[str, list[SectionRecord]] = defaultdict(list)
    for section in seen.filter(text__in=shared).select_related("filing__unit").order_by("filing__unit__path", "pk"):
        by_text[section.text].append(section)
    return tuple(
        Copied(found[0].heading, text, tuple(each.filing for each in found))
        for text, found in sorted(by_text.items(), key=lambda one: (-len(one[1]), one[0]))
    )
