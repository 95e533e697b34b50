"""The demo's projects: what the filings of the year answer, declared and approved as it would have been beforehand."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from jiping.domain.fen import fen_from_yuan
from jiping.domain.filing import Filing, Section
from jiping.domain.money import plain
from jiping.use_cases.goal_rules import aspects, outcomes
from jiping.web.accounts.models import AccountRecord
from jiping.web.projects.models import ProjectRecord, TargetRecord
from jiping.web.projects.selectors import pack_of
from jiping.web.projects.services.deciding import project_decide, project_submit
from jiping.web.projects.services.preparing import Cost, assessment_save, cost_add, project_create, project_describe

ITEM = "项目支出"


def fill(
    filings: Iterable[Filing], *, clerk: AccountRecord, leader: AccountRecord, at: datetime
) -> list[ProjectRecord]:
    """Return the projects of `filings` that say what they spent, each approved over exactly that sum."""
    return [
        _approved(filing, (filing.project, filing.year, filing.expenditure.yuan), clerk, leader, at)
        for filing in filings
        if filing.project and filing.year and filing.expenditure
    ]


def _approved(
    filing: Filing, told: tuple[str, int, Decimal], clerk: AccountRecord, leader: AccountRecord, at: datetime
) -> ProjectRecord:
    name, year, spent = told
    project = project_create(name=name, year=year, actor=clerk, at=at)
    words = {
        "legal_basis": _text(filing.narrative.overview) or name,
        "need": _text(filing.narrative.performance) or name,
        "goal": f"演示：完成申报的 {len(filing.rows)} 项指标。",
        "started": filing.started or "",
        "finished": filing.finished or "",
    }
    project_describe(project=project, words=words, version=project.version, actor=clerk, at=at)
    cost = Cost(ITEM, fen_from_yuan(plain(spent)), Decimal(1), "项", "演示：年初预算测算")
    cost_add(project=project, cost=cost, actor=clerk, at=at)
    pack = pack_of(project)
    favourable = next(outcome for outcome, passes in outcomes(pack).items() if passes)
    texts = {aspect: "演示：评估材料齐全，同意安排。" for aspect, _ in aspects(pack)}
    assessment_save(project=project, texts=texts, outcome=favourable, actor=clerk, at=at)
    TargetRecord.objects.bulk_create(
        TargetRecord(
            project=project,
            level1=row.level1 or "",
            level2=row.level2 or "",
            level3=row.level3 or "",
            target=row.target or "",
            weight=row.weight or 0,
        )
        for row in filing.rows
    )
    project_submit(project=project, actor=clerk, at=at)
    return project_decide(project=project, approve=True, opinion="演示", actor=leader, at=at)


def _text(section: Section | None) -> str:
    return section.text if section else ""
