"""Persons with records drawn at random, close to every edge of the rule."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random  # noqa: TID251 - seeded by every caller

from engines import Rows
from programmes.transfer_subsidy.reference import Person, Rules

ENTRIES = {
    "roll": "ts_roll_rule",
    "place": "ts_place",
    "first_time": "ts_first_time",
    "qualifying": "ts_qualifying_year",
    "months_by": "ts_months_by",
    "cutoff_days": "ts_cutoff_days",
    "back_payments": "ts_back_payments_count",
    "employee_months": "ts_employee_months_count",
    "renewal": "ts_renewal_year",
    "renewal_after_window": "ts_renewal_after_window",
    "double_support": "ts_double_support",
    "age_limit": "ts_age_limit",
}
_CHOICES: Mapping[str, tuple[object, ...]] = {
    "year": (2023, 2023, 2024, 2025, 2026),
    "roll": ("paid_or_paying", "paid", "on_roll"),
    "place": ("insured_place", "household"),
    "first_time": ("never_flexible", "never_enterprise"),
    "qualifying": ("joining_year", "first_reaching_year"),
    "months_by": ("belonging", "payment"),
    "cutoff_days": (31, 0, 60),
    "back_payments": (False, True),
    "employee_months": (False, True),
    "renewal": ("next_year", "later_year"),
    "renewal_after_window": (True, False),
    "double_support": ("flag", "exclude"),
    "age_limit": (True, False),
}


def some_rules(random: Random) -> Rules:
    """Return the default rules, or each choice drawn."""
    if random.random() < 0.3:
        return Rules()
    drawn = {name: random.choice(choices) for name, choices in _CHOICES.items()}
    return Rules(**drawn)  # type: ignore[arg-type]


def some_people(random: Random, count: int, year: int) -> dict[int, Person]:
    return {number: _person(random, number, year) for number in range(1, count + 1)}


def tables(people: Mapping[int, Person]) -> dict[str, Rows]:
    """Return the records of all as the tables of the programme."""
    each = people.values()
    return {
        "persons": [dict(one.person) for one in each],
        "resident_roll": [dict(one.roll) for one in each if one.roll],
        "insurances": [dict(row) for one in each for row in one.relations],
        "contributions": [dict(row) for one in each for row in one.contributions],
        "subsidy_payments": [dict(row) for one in each for row in one.payments],
        "employment_subsidies": [dict(row) for one in each for row in one.support],
        "payee_accounts": [],
    }


def _person(random: Random, number: int, year: int) -> Person:
    who = Person(
        {
            "person": number,
            "sex": random.choice(("male", "female")),
            "birth_date": date(
                random.choice((year - 60, year - 55, 1965, 1970, 1990, 1990, 1990, 1990)), random.randint(1, 12), 15
            ),
            "local_household": random.random() < 0.8,
            "died_on": random.choice((None,) * 8 + (date(year + 1, 1, 31), date(year + 1, 2, 1))),
        }
    )
    if random.random() < 0.9:
        who.roll = {
            "person": number,
            "status": random.choice(("paying", "paying", "paying", "paying", "suspended", "receiving")),
            "paid_for_2020": random.random() < 0.7,
            "insured_place": random.choice(("local", "local", "local", "local", "local", "elsewhere")),
        }
    _contribute(random, who, year)
    _relate(random, who, year)
    for kind in ("new", "renewal", "new"):
        if random.random() < 0.2:
            who.payments.append(_payment(random, number, kind, year))
    if random.random() < 0.2:
        first = date(random.choice((year - 1, year)), random.randint(1, 12), 1)
        last = date(first.year, random.randint(first.month, 12), 1)
        who.support.append({"person": number, "first_month": first, "last_month": last, "amount": 1})
    return who


def _contribute(random: Random, who: Person, year: int) -> None:
    start = date(random.choice((2020, year - 1, year - 1, year, year, year)), random.randint(1, 9), 1)
    for offset in range(random.randint(5, 18)):
        index = start.year * 12 + start.month - 1 + offset
        month = date(index // 12, index % 12 + 1, 1)
        for identity in random.choice(
            (("flexible",), ("flexible",), ("flexible",), ("employee",), ("flexible", "employee"))
        ):
            who.contributions.append(
                {
                    "person": who.person["person"],
                    "scheme": "resident_pension" if random.random() < 0.02 else "employee_pension",
                    "identity": identity,
                    "month": month,
                    "paid_on": month + timedelta(random.choice((10,) * 12 + (35, 60, 400))),
                    "back_payment": random.random() < 0.02,
                    "refunded_on": date(year, 12, 20) if random.random() < 0.02 else None,
                }
            )


def _relate(random: Random, who: Person, year: int) -> None:
    for identity in ("flexible", "employee"):
        if random.random() < 0.4:
            ended = random.choice((None, date(2020, 6, 1), date(year + 1, 1, 31), date(year + 1, 2, 1)))
            who.relations.append(
                {
                    "person": who.person["person"],
                    "scheme": random.choice(("employee_pension", "employee_pension", "unemployment")),
                    "identity": identity,
                    "started_on": date(random.choice((2018, 2020, 2021, year)), random.randint(1, 12), 1),
                    "ended_on": ended,
                    "end_reason": random.choice(("transferred", "suspended", "changed_scheme")) if ended else None,
                }
            )


def _payment(random: Random, number: int, kind: str, year: int) -> dict[str, object]:
    paid_for = random.choice((year - 2, year - 1, year - 1, year))
    return {
        "person": number,
        "kind": kind,
        "contribution_year": paid_for,
        "amount": 100_000,
        "approved_on": date(paid_for + 1, 4, 1),
        "paid_on": date(paid_for + 1, 5, random.randint(1, 28)),
        "credited_on": date(paid_for + 1, 6, 1),
        "recovered_on": date(paid_for + 1, 7, 1) if random.random() < 0.1 else None,
    }
