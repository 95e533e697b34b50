"""Pension handbooks (职工养老保险手册): ordered, kept in stock, issued to who is newly insured."""

from jiping.datasets.decision import Decisions, Entitlement
from jiping.datasets.programme import Programme
from jiping.programmes.handbook.conditions import OWED, TO_HAND_OUT, people

PROGRAMME = Programme(
    name="handbook",
    title="职工养老保险手册",
    description="印制、保管职工养老保险手册，免费发给新参保人员。",
    tables=("persons", "insurances", "print_orders", "stock_counts", "handbook_issues", "handbook_spoils"),
    decisions=Decisions(
        ("persons", "insurances", "handbook_issues"),
        people,
        (Entitlement("handbook", "应发手册", OWED), Entitlement("handing_out", "发给手册", TO_HAND_OUT, guard=True)),
        "hb_fact_headings",
    ),
)
