"""The loans laid out on purpose: who borrowed, what moved when, and the stretches on which the bank reckons interest.

Days are SQL, written for the county's year {y} and the borrower's `died_on`. Money is fen, rates are millionths a year.
"""

from dataclasses import dataclass

ALIVE = "died_on IS NULL AND local_household AND NOT supported"
_MAN = f"male AND year(birth_date) = {{y}} - 58 AND {ALIVE}"
_WOMAN = f"NOT male AND year(birth_date) = {{y}} - 49 AND {ALIVE}"


@dataclass(frozen=True, slots=True)
class Case:
    """One loan. `borrower` is SQL on who may have taken it; the first such person does.

    `moves` are day, kind and amount; `rates` day and rate; `listed` the bank's stretches: first day, the day after the
    last, principal and rate. A case without a `title` is an everyday loan.
    `born` gives the borrower another day of birth, for the ground of the county has no payers of that age.
    """

    name: str
    borrower: str
    moves: tuple[tuple[str, str, int], ...]
    rates: tuple[tuple[str, int], ...]
    listed: tuple[tuple[str, str, int, int], ...]
    title: str = ""
    why: str = ""
    pension_class: str = "male"
    contract_on: str = "DATE '{before}-06-15'"
    base: int = 360
    born: str = ""
    grace_ends_on: str = "NULL"
    moved_away_on: str = "NULL"
    proof_until: str = "NULL"
    overdue: tuple[str, str] = ("NULL", "NULL")


def on(month_day: str, back: int = 0) -> str:
    return f"DATE '{{{('y', 'before', 'earlier')[back]}}}-{month_day}'"


_FIRST, _END = on("01-01"), "DATE '{after}-01-01'"
_LENT, _PAID = "disbursement", "repayment"
_SIGNED = on("06-15", 1)
CASES = (
    Case("everyday", _MAN, ((_SIGNED, _LENT, 1_661_725),), ((_SIGNED, 34_500),), ((_FIRST, _END, 1_661_725, 34_500),)),
    Case(
        "second_premium",
        _WOMAN,
        ((_SIGNED, _LENT, 1_022_400), (on("03-12"), _LENT, 1_078_560)),
        ((_SIGNED, 35_500),),
        ((_FIRST, on("03-12"), 1_022_400, 35_500), (on("03-12"), _END, 2_100_960, 35_500)),
        "年中第二次放款",
        "按年末余额算全年会多贴。",
        "female_50",
    ),
    Case(
        "repriced",
        _MAN,
        ((_SIGNED, _LENT, 1_500_000),),
        ((_SIGNED, 34_500), (on("07-22"), 33_500), (on("10-21"), 31_000)),
        (
            (_FIRST, on("07-22"), 1_500_000, 34_500),
            (on("07-22"), on("10-21"), 1_500_000, 33_500),
            (on("10-21"), _END, 1_500_000, 31_000),
        ),
        "年中两次重新定价",
        "全年用一个利率会多贴。",
    ),
    Case(
        "turning_sixty",
        _MAN,
        ((_SIGNED, _LENT, 2_050_000), (on("11-05"), _PAID, 150_000)),
        ((_SIGNED, 34_500),),
        ((_FIRST, on("09-01"), 2_050_000, 34_500),),
        "八月到龄，九月起偿还",
        "贴到年末会多贴四个月；贴到生日会少贴。",
        born="DATE '{sixty}-08-17'",
    ),
    Case(
        "in_repayment",
        _MAN,
        ((on("03-20", 2), _LENT, 1_900_000), (on("06-20"), _PAID, 200_000)),
        ((on("03-20", 2), 42_000),),
        (),
        "偿还期内逾期",
        "宽限期已过，逾期的利息由本人负担，不能贴。",
        contract_on=on("03-20", 2),
        born="DATE '{sixty_one}-03-09'",
        overdue=(on("09-20"), on("11-30")),
    ),
    Case(
        "repaid_early",
        _WOMAN,
        (
            (_SIGNED, _LENT, 1_200_000),
            (on("05-16"), "early_repayment", 500_000),
            (on("10-08"), "early_repayment", 700_000),
        ),
        ((_SIGNED, 36_500),),
        ((_FIRST, on("05-16"), 1_200_000, 36_500), (on("05-16"), on("10-08"), 700_000, 36_500)),
        "提前还款并提前还清",
        "按原本金算全年会多贴。",
        "female_50",
    ),
    Case(
        "died",
        "died_on IS NOT NULL AND local_household AND NOT supported AND year(birth_date)"
        " BETWEEN {y} - if(male, 59, 49) AND {y} - if(male, 57, 48)",
        (("died_on - 29", _LENT, 960_000),),
        (("died_on - 29", 34_500),),
        (("died_on - 29", "died_on + 1", 960_000, 34_500),),
        "放款一个月后死亡",
        "死亡次日起不再贴息，贴到年末会多贴。",
        "",
        on("11-20", 1),
    ),
    Case(
        "overdue",
        _MAN,
        ((_SIGNED, _LENT, 880_000),),
        ((_SIGNED, 34_500),),
        ((_FIRST, on("04-01"), 880_000, 34_500), (on("06-01"), _END, 880_000, 34_500)),
        "宽限期内逾期两个月",
        "逾期的日子照贴会多贴。",
        overdue=(on("04-01"), on("05-31")),
    ),
    Case(
        "moved_away",
        f"male AND year(birth_date) = {{y}} - 58 AND {ALIVE.replace('local', 'NOT local')}",
        ((_SIGNED, _LENT, 1_140_000),),
        ((_SIGNED, 34_500),),
        ((_FIRST, on("07-01"), 1_140_000, 34_500),),
        "年中户籍迁出",
        "名册现在是外市户籍，全年不贴会少贴，全年都贴会多贴。",
        moved_away_on=on("07-01"),
    ),
    Case(
        "supported",
        _MAN.replace("NOT supported", "supported"),
        ((_SIGNED, _LENT, 1_260_000),),
        ((_SIGNED, 34_500),),
        ((_FIRST, _END, 1_260_000, 34_500),),
        "同时享受灵活就业社保补贴",
        "可能重复补贴，应当提示；默认照贴。",
    ),
    Case(
        "base_365",
        _WOMAN,
        ((_SIGNED, _LENT, 980_000),),
        ((_SIGNED, 43_500),),
        ((_FIRST, _END, 980_000, 43_500),),
        "合同按365天计息",
        "按360天算会多贴。",
        "female_50",
        base=365,
        proof_until=on("04-30"),
    ),
    Case(
        "raised_age",
        f"male AND birth_date BETWEEN DATE '{{fifty_nine}}-01-01' AND DATE '{{fifty_nine}}-04-30' AND {ALIVE}",
        ((on("12-11"), _LENT, 1_080_000),),
        ((_SIGNED, 34_500),),
        ((on("12-11"), _END, 1_080_000, 34_500),),
        "十二月才放款，次年到龄并延迟退休",
        "按全年算会多贴；按合同写的止日，次年会少贴一个月。",
        grace_ends_on="DATE '{after}-01-31'",
    ),
)
