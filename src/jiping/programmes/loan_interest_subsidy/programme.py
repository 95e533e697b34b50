"""助保贷款财政贴息: loans pay the premiums of who cannot; finance bears the interest until pension age."""

from jiping.datasets.decision import Decisions, Entitlement
from jiping.datasets.programme import Programme
from jiping.programmes.loan_interest_subsidy.conditions import CONDITIONS
from jiping.programmes.loan_interest_subsidy.segments import stretches

PROGRAMME = Programme(
    name="loan_interest_subsidy",
    title="助保贷款财政贴息",
    description="困难人员以银行贷款缴纳基本养老保险费，宽限期内的利息由财政负担，一年预拨一次，年终结算。",
    tables=(
        "persons",
        "contributions",
        "employment_subsidies",
        "hardship_proofs",
        "loans",
        "loan_movements",
        "loan_rates",
        "loan_overdues",
        "bank_interest",
        "loan_prepayments",
    ),
    decisions=Decisions(
        (
            "persons",
            "employment_subsidies",
            "hardship_proofs",
            "loans",
            "loan_movements",
            "loan_rates",
            "loan_overdues",
        ),
        stretches,
        (Entitlement("interest", "财政贴息", CONDITIONS),),
        "li_fact_headings",
        "li_choice_words",
        key=("loan", "day"),
        told=("loan", "day", "until", "days"),
    ),
)
