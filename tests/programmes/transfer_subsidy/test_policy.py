"""A choice nobody knows is refused: it would silently mean the other one."""

import pytest

from jiping.datasets.question import Question
from jiping.domain.errors import PackFault
from jiping.domain.period import Period
from jiping.programmes.transfer_subsidy.policy import policy_of
from jiping.rulepack.pack import RulePack
from programmes.situations import changed


def test_an_unknown_choice_is_refused_with_the_known_ones(pack: RulePack) -> None:
    policy = policy_of(Question("transfer_subsidy", Period.of_year(2024), changed(pack, {"ts_place": "houshold"})))
    with pytest.raises(PackFault, match="houshold") as fault:
        policy.choice("ts_place")
    assert fault.value.remedy == "可选：insured_place、household。"
    assert fault.value.place is not None


def test_a_word_for_yes_or_no_is_refused(pack: RulePack) -> None:
    policy = policy_of(Question("transfer_subsidy", Period.of_year(2024), changed(pack, {"ts_age_limit": "yes"})))
    with pytest.raises(PackFault, match="yes"):
        policy.holds("ts_age_limit")


def test_the_review_day_is_the_cut_off_of_the_contribution_year(pack: RulePack) -> None:
    policy = policy_of(Question("transfer_subsidy", Period.of_year(2024), pack))
    assert str(policy.review_day) == "2024-01-31"
