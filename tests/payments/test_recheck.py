"""Before money leaves, every listed payment is compared with what is due now."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from jiping.domain.payment import Payment
from jiping.payments.recheck import Change, changes
from payments.lists import payment

lists = st.dictionaries(st.integers(1, 20), st.sampled_from([100_000, 50_000])).map(
    lambda found: [payment(person, amount) for person, amount in sorted(found.items())]
)


@given(lists, lists)
def test_changes_are_what_a_comparison_one_by_one_finds(listed: list[Payment], now: list[Payment]) -> None:
    known = {each.key: each for each in now}
    plain = [(each, known.get(each.key)) for each in listed if known.get(each.key) != each]
    assert [(each.listed, each.now) for each in changes(listed, now)] == plain


def test_each_change_has_its_name() -> None:
    first, second, third = payment(1), payment(2), payment(3)
    now = [replace(second, amount=1), payment(3, account="6299")]
    assert [each.what for each in changes([first, second, third], now)] == [Change.GONE, Change.AMOUNT, Change.PAYEE]
