"""What the interest subsidy can prove."""

import ibis

from jiping.datasets.figure import Figure, amount, count, quotient, share, total
from jiping.datasets.programme import indicator
from jiping.datasets.question import Question, Tables
from jiping.programmes.loan_interest_subsidy.gaps import borrowers
from jiping.programmes.loan_interest_subsidy.interest import interest
from jiping.programmes.loan_interest_subsidy.settlement import balance, compared, paid
from jiping.programmes.loan_interest_subsidy.terms import terms_of

_INTEREST = (
    "employment_subsidies",
    "hardship_proofs",
    "loan_movements",
    "loan_overdues",
    "loan_rates",
    "loans",
    "persons",
)


@indicator("LI01", "元", _INTEREST)
def due(tables: Tables, question: Question) -> Figure:
    """应贴息金额

    各贷款按计息日分段，本金 × 年利率 × 天数 ÷ 计息基数，合计后每份合同舍入到分一次；不符合贴息条件的日子不计。
    """
    return total(interest(tables, question), "interest")


@indicator("LI02", "%", ("bank_interest", *_INTEREST))
def accurate(tables: Tables, question: Question) -> Figure:
    """贴息准确率

    核定利息与银行清单分毫不差的贷款份数，除以应贴息或银行列有利息的贷款份数。
    """
    loans = compared(tables, question)
    return share(loans, loans.matched)


@indicator("LI03", "%", ("loan_prepayments",))
def paid_in_time(tables: Tables, question: Question) -> Figure:
    """贴息拨付及时率

    本贴息年度预拨、补拨的资金中，期限以前拨付的金额占比；结转和退回不计。
    """
    payments = paid(tables, question).filter(ibis._.kind.isin(("prepaid", "topped_up")))
    in_time = payments.filter(payments.paid_on <= terms_of(question).last_payment_day)
    return quotient(amount(in_time, "amount"), amount(payments, "amount"))


@indicator("LI04", "%", ("bank_interest", *_INTEREST))
def covered(tables: Tables, question: Question) -> Figure:
    """贴息覆盖率

    银行清单列有利息的借款人数，除以符合贴息条件、应贴息的借款人数。
    """
    owed = interest(tables, question).filter(ibis._.interest > 0)
    listed = tables["bank_interest"].filter((ibis._.year == question.period.year) & (ibis._.amount > 0))
    seen = owed.left_join(listed.select("loan", "amount"), "loan")
    people = seen.group_by("person").agg(listed=seen.amount.max())
    return share(people, people.listed.notnull())


@indicator("LI05", "%", ("contributions", "loans", "persons"))
def kept_paying(tables: Tables, question: Question) -> Figure:
    """借款人不断缴率

    本年有宽限期的借款人中，合同当月起到退休年龄当月止，缺缴没有达到规定月数的人数占比；退费的月份算缺缴。
    """
    people = borrowers(tables, question)
    return share(people, people.missing < terms_of(question).number("li_gap_months"))


@indicator("LI06", "元", ("loan_prepayments", *_INTEREST))
def difference(tables: Tables, question: Question) -> Figure:
    """贴息结算差额

    核定贴息减去已拨付的贴息资金；正数应补拨，负数结转下年或退回财政。
    """
    return total(balance(tables, question), "amount")


@indicator("LI07", "元", ("bank_interest", *_INTEREST))
def reduced(tables: Tables, question: Question) -> Figure:
    """核减金额

    银行清单多于核定利息的金额之和；少列的不抵。
    """
    return total(compared(tables, question).filter(ibis._.excess > 0), "excess")


@indicator("LI08", "人", _INTEREST)
def doubly_supported(tables: Tables, question: Question) -> Figure:
    """双重补贴人数

    贴息期间同时享受灵活就业社会保险补贴的借款人数；是否停止贴息由规则包规定。
    """
    people = interest(tables, question).filter(ibis._.supported > 0)
    return count(people.select("person").distinct())
