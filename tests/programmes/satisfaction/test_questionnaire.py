"""What is asked stands in the pack, and a pack that contradicts itself is told where."""

import pytest

from jiping.domain.errors import PackFault
from jiping.programmes.satisfaction.questionnaire import questionnaire_of
from jiping.rulepack.pack import RulePack
from programmes.situations import changed


@pytest.mark.parametrize(
    ("weights", "points"), [("stepped", [100, 80, 60, 30, 0]), ("even", [100, 75, 50, 25, 0])], ids=["五档", "等距"]
)
def test_options_are_worth_what_the_chosen_weights_say(pack: RulePack, weights: str, points: list[int]) -> None:
    options = questionnaire_of(changed(pack, {"sv_weights": weights})).options
    assert [each.points for each in options] == points


def test_the_page_asks_every_question_with_every_option_and_for_no_name(pack: RulePack) -> None:
    questionnaire = questionnaire_of(pack)
    page = questionnaire.page()
    assert "不记名" in page
    assert all(each.text in page and each.code in page for each in questionnaire.items)
    assert page.count("□ 非常不满意") == len(questionnaire.items)


@pytest.mark.parametrize(("entry", "word"), [("sv_satisfaction_question", "别的"), ("sv_weights", "别的")])
def test_a_pack_that_decides_by_what_it_does_not_ask_is_refused_at_its_line(
    pack: RulePack, entry: str, word: str
) -> None:
    with pytest.raises(PackFault, match="不在问卷里") as refused:
        questionnaire_of(changed(pack, {entry: word}))
    assert str(refused.value.place).startswith("national/programme-satisfaction.yaml")
