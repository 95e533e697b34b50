"""The rule of the transfer subsidy in plain Python, one person at a time, as the document reads. Slow on purpose."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Rules:
    """The choices the document leaves open, with their defaults. Money in fen."""

    year: int = 2023
    roll: str = "paid_or_paying"
    place: str = "insured_place"
    first_time: str = "never_flexible"
    qualifying: str = "joining_year"
    months_by: str = "belonging"
    cutoff_days: int = 31
    back_payments: bool = False
    employee_months: bool = False
    renewal: str = "next_year"
    renewal_after_window: bool = True
    double_support: str = "flag"
    age_limit: bool = True

    def cutoff(self, year: int) -> date:
        return date(year, 12, 31) + timedelta(self.cutoff_days)


@dataclass
class Person:
    """All records of one person."""

    person: Row
    roll: Row | None = None
    relations: list[Row] = field(default_factory=list)
    contributions: list[Row] = field(default_factory=list)
    payments: list[Row] = field(default_factory=list)
    support: list[Row] = field(default_factory=list)


WINDOW = (date(2021, 1, 1), date(2025, 12, 1))
NEEDED, AMOUNT, CAP = 6, 100_000, 200_000
LEAVING = {"died", "refunded", "transferred", "changed_scheme"}


def due(who: Person, rules: Rules) -> str | None:
    """Return what the person is due for the months of `rules.year`: new, renewal or nothing."""
    if is_new(who, rules):
        return "new"
    return "renewal" if is_renewal(who, rules) else None


def is_new(who: Person, rules: Rules) -> bool:
    joined = first_month(who, rules)
    if joined is None or not WINDOW[0] <= joined <= WINDOW[1]:
        return False
    year_fits = (
        joined.year == rules.year
        if rules.qualifying == "joining_year"
        else joined.year <= rules.year
        and not any(months(who, rules, each) >= NEEDED for each in range(WINDOW[0].year, rules.year))
    )
    return (
        on_the_roll(who, rules)
        and never_before(who, joined, rules)
        and (not rules.age_limit or joined < pension_month(who.person))
        and year_fits
        and months(who, rules, rules.year) >= NEEDED
        and not any(each["kind"] == "new" and each["contribution_year"] < rules.year for each in kept(who))
        and nothing_forbids(who, rules)
    )


def is_renewal(who: Person, rules: Rules) -> bool:
    first = min((each["contribution_year"] for each in kept(who) if each["kind"] == "new"), default=None)
    if first is None or (first >= rules.year if rules.renewal == "later_year" else first != rules.year - 1):
        return False
    return (
        (rules.year <= WINDOW[1].year or rules.renewal_after_window)
        and months(who, rules, rules.year) >= NEEDED
        and not any(each["kind"] == "renewal" and each["contribution_year"] < rules.year for each in kept(who))
        and nothing_forbids(who, rules)
    )


def nothing_forbids(who: Person, rules: Rules) -> bool:
    before = sum(each["amount"] for each in kept(who) if each["contribution_year"] < rules.year)
    return (
        still_insured(who, rules.cutoff(rules.year))
        and before + AMOUNT <= CAP
        and not (rules.double_support == "exclude" and supported(who, rules.year))
    )


def on_the_roll(who: Person, rules: Rules) -> bool:
    roll = who.roll
    if roll is None or roll["status"] == "receiving":
        return False
    listed = {
        "paid": roll["paid_for_2020"],
        "on_roll": True,
        "paid_or_paying": roll["paid_for_2020"] or roll["status"] == "paying",
    }[rules.roll]
    here = who.person["local_household"] if rules.place == "household" else roll["insured_place"] == "local"
    return bool(listed and here)


def never_before(who: Person, joined: date, rules: Rules) -> bool:
    enterprise = [each for each in who.relations if each["scheme"] == "employee_pension"]
    if any(each["identity"] == "flexible" and each["started_on"] < WINDOW[0] for each in enterprise):
        return False
    worked = any(each["identity"] == "employee" and each["started_on"] < joined for each in enterprise)
    return not (rules.first_time == "never_enterprise" and worked)


def still_insured(who: Person, day: date) -> bool:
    died = who.person["died_on"]
    left = [
        each["ended_on"]
        for each in who.relations
        if each["scheme"] == "employee_pension"
        and each["identity"] == "flexible"
        and each["end_reason"] in LEAVING
        and each["ended_on"] >= WINDOW[0]
    ]
    return (died is None or died > day) and all(each > day for each in left)


def supported(who: Person, year: int) -> bool:
    return any(
        each["first_month"] <= date(year, 12, 1) and each["last_month"] >= date(year, 1, 1) for each in who.support
    )


def kept(who: Person) -> list[Row]:
    return [each for each in who.payments if each["recovered_on"] is None and each["kind"] in {"new", "renewal"}]


def counted(who: Person, rules: Rules) -> list[Row]:
    """Return the contributions to the enterprise scheme that exist for the rules at all."""
    return [
        each
        for each in who.contributions
        if each["scheme"] == "employee_pension"
        and each["refunded_on"] is None
        and each["paid_on"] <= rules.cutoff(rules.year)
        and (rules.back_payments or not each["back_payment"])
    ]


def first_month(who: Person, rules: Rules) -> date | None:
    return min((each["month"] for each in counted(who, rules) if each["identity"] == "flexible"), default=None)


def months(who: Person, rules: Rules, year: int) -> int:
    """Return how many different months count for `year`."""
    capacities = {"flexible", "employee"} if rules.employee_months else {"flexible"}
    found = set()
    for each in counted(who, rules):
        if rules.months_by == "payment":
            inside = each["paid_on"].year == year and year - 1 <= each["month"].year <= year + 1
        else:
            inside = each["month"].year == year and each["paid_on"] <= rules.cutoff(year)
        if inside and each["identity"] in capacities:
            found.add(each["month"])
    return len(found)


def pension_month(person: Row) -> date:
    """Return the month of reaching the age: 60 or 55, a month more for every four months born late, at most 36."""
    years, risen_from = (60, date(1965, 1, 1)) if person["sex"] == "male" else (55, date(1970, 1, 1))
    born = person["birth_date"]
    late = (born.year - risen_from.year) * 12 + born.month - risen_from.month
    more = 0 if late < 0 else min(late // 4 + 1, 36)
    index = born.year * 12 + born.month - 1 + years * 12 + more
    return date(index // 12, index % 12 + 1, 1)
