"""Extending coverage (社保扩面): more people, sites and employers insured, and premiums collected."""

from jiping.datasets.decision import Decisions, Entitlement
from jiping.datasets.programme import Programme
from jiping.programmes.coverage_expansion.sites import DUE, INSURED_FIRST, projects

PROGRAMME = Programme(
    name="coverage_expansion",
    title="社保扩面",
    description="宣传、走访、督促参保，完成各镇（街道）扩面任务，做到应保尽保、应收尽收。",
    tables=(
        "persons",
        "insurances",
        "contributions",
        "coverage_tasks",
        "construction_projects",
        "startups",
        "collections",
    ),
    decisions=Decisions(
        ("construction_projects",),
        projects,
        (
            Entitlement("project", "应按项目参加工伤保险", DUE),
            Entitlement("insured_first", "先参保再开工", INSURED_FIRST, guard=True),
        ),
        "ce_fact_headings",
        asked="project_number",
        key=("project_number",),
        register="construction_projects",
        who=("contract",),
    ),
)
