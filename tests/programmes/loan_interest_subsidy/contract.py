"""The subsidy as contract and rules put it: look at every loan on every day of the year, in plain Python, slowly."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal
from typing import Any

Records = Mapping[str, list[dict[str, Any]]]
_DAY = timedelta(1)
_EXACT = Context(prec=80)
_AGES = {
    "male": (60, date(1965, 1, 1), 4, 36),
    "female_55": (55, date(1970, 1, 1), 4, 36),
    "female_50": (50, date(1975, 1, 1), 2, 60),
}


class Contract:
    """One loan under the rules of one pack; `records` are all tables, `rules` the pack's words and numbers."""

    def __init__(self, loan: dict[str, Any], records: Records, rules: Mapping[str, Any]) -> None:
        self.loan, self.records, self.rules = loan, records, rules
        self.borrower = next(each for each in records["persons"] if each["person"] == loan["person"])

    def interest(self, year: int) -> int:
        """Return the fen finance bears for `year`: every day's interest together, rounded once."""
        base = self.loan["day_base"] or self.rules["li_day_base"]
        product = sum(
            (self.principal(day) * self.rate(day) for day in self.days(year) if self.is_borne(day)), Decimal(0)
        )
        rounding = ROUND_HALF_UP if self.rules["li_rounding"] == "half_up" else ROUND_DOWN
        return int(_EXACT.divide(product, Decimal(base)).quantize(Decimal(1), rounding))

    def days(self, year: int) -> Iterator[date]:
        day = date(year - 1, 12, self.rules["li_interest_day"]) + _DAY
        while day <= date(year, 12, self.rules["li_interest_day"]):
            yield day
            day += _DAY

    def is_borne(self, day: date) -> bool:
        return (
            self.lives_here(day)
            and self.is_in_hardship(day)
            and 0 <= self.months_to_pension() <= self.rules["li_months_before_pension"]
            and 0 < self.principal(day) <= self.rules["li_principal_cap"] * 100
            and day < self.grace_over()
            and (self.rules["li_after_death"] == "continue" or not self.died_before(day))
            and not any(
                span["started_on"] <= day <= (span["ended_on"] or date.max) for span in self.own("loan_overdues")
            )
            and (self.rules["li_double_support"] == "flag" or not self.is_supported(day))
            and (self.rules["li_early_repayment"] == "reduce" or not self.repaid_early(day))
        )

    def principal(self, day: date) -> Decimal:
        moves = [each for each in self.own("loan_movements") if self.counts_from(each) <= day]
        return Decimal(sum(each["amount"] if each["kind"] == "disbursement" else -each["amount"] for each in moves))

    def repaid_early(self, day: date) -> bool:
        early = [each for each in self.own("loan_movements") if each["kind"] == "early_repayment"]
        return any(self.counts_from(each) <= day for each in early)

    def counts_from(self, move: dict[str, Any]) -> date:
        """算头不算尾: the day money is lent bears interest, the day it comes back does not; 算尾不算头 the other way."""
        later = {
            "first": (),
            "last": ("disbursement", "repayment", "early_repayment"),
            "both": ("repayment", "early_repayment"),
        }
        moved_on: date = move["moved_on"]
        return moved_on + _DAY if move["kind"] in later[self.rules["li_day_count"]] else moved_on

    def rate(self, day: date) -> Decimal:
        """Return the rate that was on record on the last day rates were set."""
        recorded = sorted(self.own("loan_rates"), key=lambda each: each["starts_on"])
        in_force = Decimal(0)
        for number, each in enumerate(recorded):
            if (each["starts_on"] if number == 0 else self.set_anew(each["starts_on"])) <= day:
                in_force = each["rate"]
        return in_force

    def set_anew(self, day: date) -> date:
        signed = self.loan["contract_on"]
        while self.rules["li_repricing"] != "recorded":
            if self.rules["li_repricing"] == "january" and (day.month, day.day) == (1, 1):
                break
            if self.rules["li_repricing"] == "anniversary" and (day.month, day.day) == (
                signed.month,
                min(signed.day, 28) if signed.month == 2 else signed.day,
            ):
                break
            day += _DAY
        return day

    def grace_over(self) -> date:
        if self.rules["li_grace_end"] == "contract":
            ends: date | None = self.loan["grace_ends_on"]
            return date.min if ends is None else ends + _DAY
        year, month = divmod(self.pension_month(), 12)
        return date(year, month + 1, monthrange(year, month + 1)[1]) + _DAY

    def pension_month(self) -> int:
        """Men: one month more for every four months of birth from January 1965 on, at most 36; women by their class."""
        years, raised_from, step, most = _AGES[self.loan["pension_class"]]
        born = _month(self.borrower["birth_date"])
        months_late = born - _month(raised_from)
        more = 0 if months_late < 0 else min(months_late // step + 1, most)
        return born + years * 12 + more

    def months_to_pension(self) -> int:
        return self.pension_month() - _month(self.loan["contract_on"])

    def lives_here(self, day: date) -> bool:
        moved: date | None = self.loan["moved_away_on"]
        if self.rules["li_household"] == "any":
            return True
        if moved is None:
            return bool(self.borrower["local_household"])
        return self.rules["li_after_move"] == "continue" or day < moved

    def is_in_hardship(self, day: date) -> bool:
        asked = self.loan["contract_on"] if self.rules["li_proof"] == "contract" else day
        proofs = [each for each in self.records["hardship_proofs"] if each["person"] == self.loan["person"]]
        return any(each["valid_from"] <= asked <= (each["valid_until"] or date.max) for each in proofs)

    def is_supported(self, day: date) -> bool:
        spans = [each for each in self.records["employment_subsidies"] if each["person"] == self.loan["person"]]
        return any(_month(each["first_month"]) <= _month(day) <= _month(each["last_month"]) for each in spans)

    def died_before(self, day: date) -> bool:
        died: date | None = self.borrower["died_on"]
        return died is not None and died < day

    def own(self, table: str) -> list[dict[str, Any]]:
        return [each for each in self.records[table] if each["loan"] == self.loan["loan"]]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
