"""Numbers of 18 digits lose their birth date wherever they stand; only a person's number is taken for one."""

from decimal import Decimal

import pytest

from jiping.domain.filing import Filing, Indicator
from jiping.domain.masking import identity_numbers, masked

NUMBER = "110101199003078515"
HIDDEN = "110101********8515"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"经办人{NUMBER}。", f"经办人{HIDDEN}。"),
        (f"ID{NUMBER}、{NUMBER}", f"ID{HIDDEN}、{HIDDEN}"),
        ("11010119900307002X", "110101********002X"),
        ("１１０１０１１９９００３０７８５１５", "１１０１０１********８５１５"),
        ("1101011990030785150", "1101011990030785150"),
        ("0.110101199003078515", "0.110101199003078515"),
        ("91320682MA1X5K8N0P", "91320682MA1X5K8N0P"),
    ],
)
def test_the_birth_date_is_hidden_and_nothing_else(text: str, shown: str) -> None:
    assert masked(text) == shown
    assert len(shown) == len(text)


def test_values_made_of_texts_are_masked_through_and_through() -> None:
    row = Indicator(None, None, "人数", reason=NUMBER, weight=Decimal(10))
    filing = Filing("项目", unit=NUMBER, rows=(row,))
    shown = masked(filing)
    assert (shown.unit, shown.rows[0].reason, shown.rows[0].weight) == (HIDDEN, HIDDEN, Decimal(10))


def test_what_hides_nothing_stays_the_same_object() -> None:
    filing = Filing("项目", rows=(Indicator(None, None, "人数"),))
    assert masked(filing) is filing


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"甲{NUMBER}乙11010119900307002x", [NUMBER, "11010119900307002x"]),
        ("110101199003078514", []),
        ("110101199013078515", []),
        ("123206824683912345", []),
        (HIDDEN, []),
    ],
)
def test_only_a_possible_birth_date_with_its_check_digit_makes_an_identity_number(text: str, found: list[str]) -> None:
    assert list(identity_numbers(text)) == found
