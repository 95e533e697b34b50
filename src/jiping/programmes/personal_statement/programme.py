"""Yearly statements of personal accounts (个人权益记录对账单): who is due one, what it says, whether it arrived."""

from jiping.datasets.programme import Programme

PROGRAMME = Programme(
    name="personal_statement",
    title="个人权益记录对账单",
    description="打印上一业务年度的个人账户对账单，在业务年度结束后三个月内免费寄送本人。",
    tables=("persons", "insurances", "contributions", "accounts", "deliveries", "statement_checks", "expenditures"),
)
