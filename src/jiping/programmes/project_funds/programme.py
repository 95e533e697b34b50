"""Project funds (项目资金): what was budgeted, what arrived, what was spent; every business is asked of its own."""

from jiping.datasets.programme import Programme

PROGRAMME = Programme(
    name="project_funds",
    title="项目资金",
    description="各业务项目的预算、到位和支出，由预算批复和凭证得出。",
    tables=("budgets", "arrivals", "expenditures"),
    shared=True,
)
