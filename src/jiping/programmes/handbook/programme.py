"""Pension handbooks (职工养老保险手册): ordered, kept in stock, issued to who is newly insured."""

from jiping.datasets.programme import Programme

PROGRAMME = Programme(
    name="handbook",
    title="职工养老保险手册",
    description="印制、保管职工养老保险手册，免费发给新参保人员。",
    tables=("persons", "insurances", "print_orders", "stock_counts", "handbook_issues", "handbook_spoils"),
)
