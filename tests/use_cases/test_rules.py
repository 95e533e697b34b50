"""The catalogue says in which built-in packs a check holds, as the packs themselves have it."""

from datetime import date

import pytest

from jiping.checks.catalogue import catalogue
from jiping.rulepack.load import list_packs
from jiping.rulepack.pack import RulePack
from jiping.rulepack.rules import CheckSetting
from jiping.use_cases.rules import listing, packs_holding, rule_page

DAY = date(2024, 12, 31)


def test_a_check_no_pack_switches_off_holds_in_every_built_in_pack() -> None:
    titles = tuple(each.head.title for each in list_packs())
    assert {each.packs for each in listing("national", DAY) if each.enabled} == {titles}


def test_a_pack_that_switches_a_check_off_is_not_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def settings(pack: RulePack) -> dict[str, CheckSetting]:
        return {"PR01": CheckSetting(enabled=False)} if pack.name == "jiangsu" else {}

    monkeypatch.setattr(RulePack, "checks", property(settings))
    (check,) = [each for each in catalogue() if each.code == "PR01"]
    (absent,) = [each.head.title for each in list_packs() if each.head.name == "jiangsu"]
    assert absent not in packs_holding(check, DAY)
    assert absent not in rule_page("PR01", "national", DAY).partition("适用：")[2]
    assert len(packs_holding(check, DAY)) == len(list_packs()) - 1
