"""Running the counters (社保业务运营): cases accepted, closed in time, done right, and what each cost."""

from jiping.datasets.programme import Programme

PROGRAMME = Programme(
    name="operating_expense",
    title="社保业务经办",
    description="受理、办结各项社保业务，保障窗口和网上服务正常运行。",
    tables=("cases", "case_suspensions", "case_samples", "ratings", "expenditures"),
)
