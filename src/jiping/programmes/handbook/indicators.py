"""What the handbook programme can prove."""

import ibis

from jiping.datasets.figure import Figure, Part, amount, count, quotient, share, total
from jiping.datasets.programme import indicator
from jiping.datasets.question import Question, Tables
from jiping.programmes.handbook.recipients import due, newly_insured
from jiping.programmes.handbook.stock import accepted, movements

_PEOPLE = ("handbook_issues", "insurances", "persons")
_STOCK = ("handbook_issues", "handbook_spoils", "print_orders", "stock_counts")


@indicator("HB01", "人", _PEOPLE)
def owed(tables: Tables, question: Question) -> Figure:
    """应发手册人数

    本年首次参加企业职工基本养老保险的人数；年内死亡的、转入时带有旧手册的不计。
    """
    return count(newly_insured(tables, question))


@indicator("HB02", "%", _PEOPLE)
def issued_to_the_owed(tables: Tables, question: Question) -> Figure:
    """手册发放率

    应发人员中年末前已领到手册的人数，除以发放期限在本年内届满的应发人数；补发不计。
    """
    ended = due(tables, question)
    return share(ended, ended.issued_on.notnull())


@indicator("HB03", "%", _PEOPLE, basis="social_insurance_agency_regulations_6")
def issued_in_time(tables: Tables, question: Question) -> Figure:
    """手册发放及时率

    从参保次日起算，在规定的工作日数内领到手册的人数，除以发放期限在本年内届满的应发人数；未领到的算不及时。
    """
    ended = due(tables, question)
    return share(ended, ended.days <= int(question.pack.thresholds["hb_issue_working_days"]))


@indicator("HB04", "个工作日", _PEOPLE)
def mean_days(tables: Tables, question: Question) -> Figure:
    """平均发放用时

    已领到手册的应发人员，从参保次日到领到手册的工作日数的平均数。
    """
    given = due(tables, question).filter(ibis._.days.notnull())
    return quotient(Part(given, "days"), Part(given))


@indicator("HB05", "册", _STOCK)
def stock_difference(tables: Tables, question: Question) -> Figure:
    """库存差异

    年初盘存 + 验收入库 − 发放 − 损耗 − 年末盘存；账实相符时为 0，正数为短少，负数为盘盈。
    """
    return total(movements(tables, question), "copies")


@indicator("HB06", "元/册", ("print_orders",))
def unit_cost(tables: Tables, question: Question) -> Figure:
    """手册单位成本

    本年验收手册的金额（验收数量 × 单价）除以验收册数；同一订单里的表单不计。
    """
    orders = accepted(tables, question)
    return quotient(amount(orders, "cost"), Part(orders, "accepted_copies"))


@indicator("HB07", "%", ("print_orders",))
def orders_delivered(tables: Tables, question: Question) -> Figure:
    """印制任务完成率

    本年订购的印刷品，年末前验收的数量除以订购的数量。
    """
    ordered = tables["print_orders"].filter(question.covers(ibis._.ordered_on))
    in_time = ordered.filter(ordered.accepted_on <= question.period.last)
    return quotient(Part(in_time, "accepted_copies"), Part(ordered, "copies"))


@indicator("HB08", "%", ("handbook_spoils", "print_orders", "stock_counts", "handbook_issues"))
def loss(tables: Tables, question: Question) -> Figure:
    """手册损耗率

    本年损耗册数除以年初盘存与本年验收册数之和。
    """
    moved = movements(tables, question)
    lost = moved.filter(moved.what == "spoiled").mutate(copies=-ibis._.copies)
    return quotient(Part(lost, "copies"), Part(moved.filter(moved.what.isin(["opening", "accepted"])), "copies"))


@indicator("HB09", "%", ("print_orders",))
def accepted_as_ordered(tables: Tables, question: Question) -> Figure:
    """验收合格率

    本年验收的订单中，验收数量不少于订购数量的订单数除以验收的订单数。
    """
    checked = tables["print_orders"].filter(question.covers(ibis._.accepted_on))
    return share(checked, checked.accepted_copies >= checked.copies)
