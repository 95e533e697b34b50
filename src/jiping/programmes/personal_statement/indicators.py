"""What the statements of a year can prove."""

import ibis

from jiping.datasets.figure import Figure, Part, amount, count, quotient, share
from jiping.datasets.programme import indicator
from jiping.datasets.question import Question, Tables
from jiping.programmes.personal_statement.business_year import deadline, of_business_year
from jiping.programmes.personal_statement.deliveries import checked, due_with_dates, of_the_project, posted
from jiping.programmes.personal_statement.who_is_due import due

_PEOPLE = ("accounts", "insurances", "persons")
_SENT = ("accounts", "deliveries", "insurances", "persons")
_LAW = "rights_record_measures_2011"


@indicator("PS01", "人", _PEOPLE, basis="social_insurance_premium_regulations_16")
def to_print(tables: Tables, question: Question) -> Figure:
    """应打印人数

    上一业务年度至少有一个月参保、到该年度最后一天个人账户没有终止的人数；到那一天已死亡、已转出的，以及选择电子送达的不计。
    """
    return count(due(tables, of_business_year(question)))


@indicator("PS02", "%", _SENT)
def printed(tables: Tables, question: Question) -> Figure:
    """目标任务完成率

    应打印人员中，年末前对账单已经打印的人数占比；一人重印几份只算一人，应打印以外的不算。
    """
    owed = due_with_dates(tables, question)
    return share(owed, owed.printed_on <= question.period.last)


@indicator("PS03", "%", _SENT, basis=_LAW)
def sent_in_time(tables: Tables, question: Question) -> Figure:
    """按期送达率

    应打印人员中，在业务年度结束后规定的月数内已经寄出、交付本人或网上推送的人数占比；没有送出的算不及时。
    """
    owed = due_with_dates(tables, question)
    return share(owed, owed.sent_on <= deadline(of_business_year(question)))


@indicator("PS04", "%", ("deliveries",))
def came_back(tables: Tables, question: Question) -> Figure:
    """退信率

    年末前邮寄的对账单中被退回的份数占比；窗口领取和电子送达的不计。
    """
    given = posted(tables, question)
    return share(given, given.came_back)


@indicator("PS05", "%", ("deliveries",))
def sent_again(tables: Tables, question: Question) -> Figure:
    """补寄率

    年末前被退回的对账单中，年末前已经补寄的份数占比。
    """
    returned = posted(tables, question).filter(ibis._.came_back)
    return share(returned, returned.sent_again)


@indicator("PS06", "%", ("deliveries", "statement_checks"))
def done_right(tables: Tables, question: Question) -> Figure:
    """质量达标率

    抽查的和本人提出异议的对账单中，没有查出差错、异议也不成立的份数占比；没有抽查也没有异议的，没有这一数字。
    """
    looked_at = checked(tables, question)
    return share(looked_at, ~looked_at.wrong)


@indicator("PS07", "元/份", (*_SENT, "expenditures"))
def unit_cost(tables: Tables, question: Question) -> Figure:
    """对账单单位成本

    本年本项目的支出除以已打印对账单的应打印人数；重印的份数不摊薄成本。
    """
    period = question.period
    paid = tables["expenditures"].filter(ibis._.programme == question.programme, question.covers(ibis._.paid_on))
    made = due_with_dates(tables, question).filter(ibis._.printed_on <= period.last)
    return quotient(amount(paid, "amount"), Part(made))


@indicator("PS08", "%", ("deliveries",))
def looked_at_online(tables: Tables, question: Question) -> Figure:
    """网上查看率

    电子送达的对账单中，年末前本人已经查看的份数占比。
    """
    pushed = of_the_project(tables, question).filter(ibis._.channel == "electronic")
    return share(pushed, pushed.viewed_on <= question.period.last)
