"""Extending coverage (社保扩面): more people, sites and employers insured, and premiums collected."""

from jiping.datasets.programme import Programme

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
)
