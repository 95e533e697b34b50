"""What the money of a project proves: asked for each business in turn."""

from jiping.datasets.figure import Figure, Part, amount, quotient, total
from jiping.datasets.programme import indicator
from jiping.datasets.question import Question, Tables
from jiping.programmes.project_funds import ledgers

_NO_BUDGET = "没有全年预算数，算不出"


@indicator("PF01", "%", ("arrivals", "budgets"), basis="indicator_framework_2013", absent=_NO_BUDGET)
def arrival_rate(tables: Tables, question: Question) -> Figure:
    """资金到位率

    本年到位金额之和，除以全年预算数；退回财政的以负数计入。
    """
    arrived = ledgers.arrived(tables, question)
    return quotient(amount(arrived, "amount"), amount(ledgers.budget(tables, question), "full_year"))


@indicator("PF02", "%", ("budgets", "expenditures"), basis="self_evaluation_measures_2020", absent=_NO_BUDGET)
def execution_rate(tables: Tables, question: Question) -> Figure:
    """预算执行率

    本年支出金额之和（退回的冲减），除以全年预算数，即调整后的预算，不是年初预算数，也不是到位数。
    """
    spent = ledgers.spent(tables, question)
    return quotient(amount(spent, "amount"), amount(ledgers.budget(tables, question), "full_year"))


@indicator("PF03", "万元", ("expenditures",), basis="budget_law_57")
def spending(tables: Tables, question: Question) -> Figure:
    """支出合计

    本年各张付款凭证金额之和；退回的款项以负数冲减。
    """
    return total(ledgers.spent(tables, question), "amount")


@indicator("PF04", "%", ("budgets", "expenditures"), absent="没有年初预算数，算不出")
def adjustment_rate(tables: Tables, question: Question) -> Figure:
    """预算调剂率

    全年预算数与年初预算数之差的绝对值，除以年初预算数；调增、调减都算。
    """
    beside = ledgers.budget_beside_spending(tables, question)
    return quotient(amount(beside, "adjusted"), amount(beside, "initial"))


@indicator("PF05", "%", ("arrivals", "budgets", "expenditures"), basis="budget_law_regulations_50", absent=_NO_BUDGET)
def leftover_rate(tables: Tables, question: Question) -> Figure:
    """结转结余率

    本年到位金额减去本年支出金额，除以全年预算数；负数表示动用了以前年度的结转。
    """
    left = ledgers.left(tables, question)
    return quotient(amount(left, "amount"), amount(ledgers.budget(tables, question), "full_year"))


@indicator("PF06", "元", ("budgets", "expenditures"), absent=_NO_BUDGET)
def excess(tables: Tables, question: Question) -> Figure:
    """成本超预算额

    本年支出超过全年预算数的部分，没有超过的为 0；没有预算的，说不出是否超过。
    """
    beside = ledgers.budget_beside_spending(tables, question)
    return quotient(amount(beside, "excess"), Part(beside))


@indicator("PF07", "%", ("arrivals", "expenditures"), absent="没有到位资金，算不出")
def use_rate(tables: Tables, question: Question) -> Figure:
    """资金使用率

    本年支出金额之和，除以本年到位金额之和。
    """
    arrived = ledgers.arrived(tables, question)
    return quotient(amount(ledgers.spent(tables, question), "amount"), amount(arrived, "amount"))
