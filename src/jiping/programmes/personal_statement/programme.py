"""Yearly statements of personal accounts (个人权益记录对账单): who is due one, what it says, whether it arrived."""

from jiping.datasets.decision import Decisions, Entitlement
from jiping.datasets.programme import Programme
from jiping.programmes.personal_statement.business_year import of_business_year
from jiping.programmes.personal_statement.who_is_due import PRINTED, people

_REGISTERS = ("persons", "insurances", "accounts")

PROGRAMME = Programme(
    name="personal_statement",
    title="个人权益记录对账单",
    description="打印上一业务年度的个人账户对账单，在业务年度结束后三个月内免费寄送本人。",
    tables=(*_REGISTERS, "contributions", "deliveries", "statement_checks", "expenditures"),
    decisions=Decisions(
        _REGISTERS,
        people,
        (Entitlement("statement", "寄送纸质对账单", PRINTED),),
        "ps_fact_headings",
        "ps_choice_words",
        about=of_business_year,
    ),
)
