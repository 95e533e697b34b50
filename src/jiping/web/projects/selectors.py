"""Read projects: querysets for lists, a value for one."""

from collections.abc import Iterator

from django.db.models import QuerySet

from jiping.checks.run import Report
from jiping.domain.filing import Filing
from jiping.domain.finding import Finding, Severity
from jiping.rulepack.pack import RulePack
from jiping.use_cases.goal_rules import LibraryIndicator, aspects, library, lint, outcomes, rules_of
from jiping.web.accounts.models import AccountRecord
from jiping.web.projects.convert import filing_from
from jiping.web.projects.models import ProjectRecord
from jiping.web.projects.policy import visible_to

_SET_UP = ("costs", "aspects", "targets")
_ADJUSTED = ("targets", "adjustments__lines__target")
_MONITORED = ("targets", "monitorings__progress__target")


def projects_of_year(account: AccountRecord, year: int) -> QuerySet[ProjectRecord]:
    """Return the year's projects `account` may see, by unit, with what their cost is summed from."""
    return visible_to(account).filter(year=year).prefetch_related("costs").order_by("unit__path", "pk")


def project_set_up(account: AccountRecord, pk: int) -> ProjectRecord:
    """Return one project with its set-up. Raises DoesNotExist for one the account may not see."""
    return visible_to(account).prefetch_related(*_SET_UP).get(pk=pk)


def project_adjusted(account: AccountRecord, pk: int) -> ProjectRecord:
    """Return one project with its targets and every change of them."""
    return visible_to(account).prefetch_related(*_ADJUSTED).get(pk=pk)


def project_monitored(account: AccountRecord, pk: int) -> ProjectRecord:
    """Return one project with its targets and monitorings."""
    return visible_to(account).prefetch_related(*_MONITORED).get(pk=pk)


def years_known(account: AccountRecord) -> list[int]:
    """Return the years of which the account sees projects, latest first."""
    return sorted(set(visible_to(account).values_list("year", flat=True)), reverse=True)


def pack_of(project: ProjectRecord) -> RulePack:
    """Return the rules of the project's unit and year."""
    return rules_of(project.unit.name, project.year)


def filing_of_project(account: AccountRecord, pk: int) -> Filing:
    """Return the filing a project begins with, for the app that keeps filings."""
    return filing_from(project_set_up(account, pk))


def lint_of(project: ProjectRecord) -> Report:
    """Return what the checks for targets object to; an empty table is no filing yet and draws nothing."""
    return lint([filing_from(project)] if project.targets.all() else [])


def findings_by_target(project: ProjectRecord, report: Report) -> dict[str, list[Finding]]:
    """Return the findings under the indicator they name; those of the whole table under the empty name."""
    named = {each.level3: list[Finding]() for each in project.targets.all()} | {"": []}
    for finding in report.findings:
        row = next((name for name in named if name and finding.where.startswith(name)), "")
        named[row].append(finding)
    return named


def hindrances(project: ProjectRecord, report: Report) -> tuple[str, ...]:
    """Return why the project cannot be sent for approval yet, in plain Chinese; empty when it can."""
    return tuple(_missing(project)) + tuple(
        f"{each.where}：{each.message}" for each in report.findings if each.severity is Severity.BLOCK
    )


def _missing(project: ProjectRecord) -> Iterator[str]:
    for words, text in (
        ("立项依据", project.legal_basis),
        ("立项必要性", project.need),
        ("年度总体目标", project.goal),
    ):
        if not text.strip():
            yield f"没有写{words}。"
    if not project.costs.all():
        yield "没有成本测算。"
    if not project.targets.all():
        yield "没有绩效目标。"
    pack = pack_of(project)
    answered = {each.aspect for each in project.aspects.all() if each.text.strip()}
    open_ = [aspect for aspect, _ in aspects(pack) if aspect not in answered]
    if open_:
        yield f"事前评估还缺{len(open_)}个方面：{'、'.join(open_)}。"
    if not outcomes(pack).get(project.outcome, False):
        yield f"事前评估结论是“{project.outcome or '空白'}”，不能报批。"


def library_left(project: ProjectRecord) -> tuple[LibraryIndicator, ...]:
    """Return the library's indicators the project has not picked yet."""
    taken = {(each.level2, each.level3) for each in project.targets.all()}
    return tuple(each for each in library(pack_of(project)) if (each.level2, each.level3) not in taken)


def rollable(account: AccountRecord, year: int) -> QuerySet[ProjectRecord]:
    """Return the unit's projects of the year before that have no successor in `year`."""
    here = visible_to(account)
    return here.filter(year=year - 1).exclude(name__in=here.filter(year=year).values("name"))
