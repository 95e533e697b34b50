"""Read what can be, is and was made public."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Count, Max, Prefetch, QuerySet, Sum

from jiping.domain.errors import JipingError
from jiping.domain.workflow import State, Step, steps_for
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation
from jiping.use_cases.privacy import Concern, concerns
from jiping.use_cases.publication import Offer, Part, offers
from jiping.use_cases.workflow import publication_steps
from jiping.web.accounts.models import AccountRecord, UnitRecord
from jiping.web.filings.models import FilingRecord, FilingVersion
from jiping.web.filings.policy import visible_to
from jiping.web.filings.selectors import pack_of
from jiping.web.publishing.convert import evaluation_of
from jiping.web.publishing.models import PublicationRecord, PublishedFile

STATES = (State.PASSED, State.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Choice:
    """A filing before it is made public: what could be shown, what is chosen, what speaks against it."""

    record: FilingRecord
    version: FilingVersion
    evaluation: Evaluation
    offers: tuple[Offer, ...]
    parts: frozenset[Part]
    concerns: tuple[Concern, ...]


def filings_to_publish(account: AccountRecord, year: int) -> QuerySet[FilingRecord]:
    """Return the year's filings that may be or are public, with what was published of each, by unit."""
    known = PublicationRecord.objects.select_related("published_by", "withdrawn_by").order_by("-pk")
    return (
        visible_to(account)
        .filter(year=year, state__in=STATES)
        .prefetch_related(Prefetch("publications", known))
        .order_by("unit__path", "pk")
    )


def choice_of(account: AccountRecord, pk: int, parts: Collection[Part] | None) -> Choice:
    """Return the filing with `parts` chosen, or with the pack's proposal. Raises JipingError before it has passed."""
    record = visible_to(account).get(pk=pk)
    if State(record.state) not in STATES:
        raise JipingError(f"“{record.project}”现在“{record.state}”，还不能公开。", remedy="财政复核通过后再办。")
    version = last_version(record)
    evaluation = evaluation_of(version)
    offered = offers(evaluation.pack)
    chosen = frozenset(each.part for each in offered if each.default) if parts is None else frozenset(parts)
    return Choice(record, version, evaluation, offered, chosen, concerns(evaluation, chosen))


def last_version(record: FilingRecord) -> FilingVersion:
    """Return the version last handed in. Raises JipingError when none was."""
    version = record.versions.order_by("-number").first()
    if version is None:
        raise JipingError(f"“{record.project}”还没有封存的版本。", remedy="送审之后才有封存版本，请先办送审。")
    return version


def steps_now(pack: RulePack, record: FilingRecord, account: AccountRecord) -> tuple[Step, ...]:
    """Return what `account` may do with the publication of a filing now."""
    return steps_for(publication_steps(pack), State(record.state), account.duty)


def step_to(record: FilingRecord, target: State, account: AccountRecord) -> Step:
    """Return the step that leads to `target`. Raises JipingError when it is not this account's now."""
    for each in steps_now(pack_of(record), record, account):
        if each.target is target:
            return each
    raise JipingError(
        f"材料现在“{record.state}”，{account.duty.label}不能办这一步。", remedy="请看办理进度，由有权的部门办理。"
    )


def public() -> QuerySet[PublicationRecord]:
    """Return everything that is public now: the only way in for pages without login."""
    return PublicationRecord.objects.filter(withdrawn_at=None).select_related("filing__unit", "version")


def public_years() -> list[Mapping[str, object]]:
    """Return unit, year, number of projects and money of everything public, latest year first."""
    return [
        *public()
        .order_by("-filing__year", "filing__unit__path")
        .values("filing__year", "filing__unit_id", "filing__unit__name")
        .annotate(projects=Count("pk"), amount=Sum("amount"), latest=Max("published_at"))
    ]


def public_of_unit(year: int, unit: int) -> tuple[UnitRecord, list[PublicationRecord]]:
    """Return a unit and its public projects of a year. Raises DoesNotExist when there are none."""
    sizes = Prefetch("files", PublishedFile.objects.defer("content"))
    found = list(public().filter(filing__year=year, filing__unit=unit).prefetch_related(sizes).order_by("filing_id"))
    if not found:
        raise PublicationRecord.DoesNotExist
    return found[0].filing.unit, found


def public_project(filing: int) -> PublicationRecord:
    """Return one public project with the sizes of its files. Raises DoesNotExist when it is not public."""
    sizes = Prefetch("files", PublishedFile.objects.defer("content"))
    return public().prefetch_related(sizes).get(filing=filing)


def public_file(filing: int, kind: str) -> PublishedFile:
    """Return one file of a public project. Raises DoesNotExist when there is none."""
    return PublishedFile.objects.select_related("publication").get(
        publication__filing=filing, publication__withdrawn_at=None, kind=kind
    )


def public_files(year: int, unit: int, kind: str) -> list[PublishedFile]:
    """Return the files of one kind of all public projects of a unit and year, in their order."""
    found = PublishedFile.objects.filter(
        publication__filing__year=year,
        publication__filing__unit=unit,
        publication__withdrawn_at=None,
        kind=kind,
    )
    return list(found.select_related("publication").order_by("publication__filing_id"))
