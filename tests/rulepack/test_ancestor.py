"""What the farthest ancestor says stays askable after a nearer pack has replaced it."""

from datetime import date
from typing import cast

from jiping.rulepack.load import load_pack
from jiping.rulepack.rules import Weights

YEAR_END = date(2024, 12, 31)


def test_a_local_pack_still_tells_the_national_weights() -> None:
    local, national = load_pack("rugao-2024", YEAR_END), load_pack("national", YEAR_END)
    farthest = local.ancestor("weights")
    assert farthest is not None
    assert farthest.pack == "national"
    assert cast("Weights", farthest.value) == national.weights != local.weights


def test_the_ancestor_answers_for_the_day_of_the_pack() -> None:
    early, late = (load_pack("national", day).ancestor("weights") for day in (date(2021, 1, 1), YEAR_END))
    assert early is not None
    assert late is not None
    assert early.value != late.value


def test_an_entry_the_farthest_ancestor_lacks_gives_nothing() -> None:
    assert load_pack("rugao-2024", YEAR_END).ancestor("no_such_entry") is None
