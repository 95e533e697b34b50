"""Draw whom to ask: from those served, in proportion to each stratum, so that anybody can draw the same again."""

from hashlib import sha256

import ibis
from ibis.expr.types import IntegerValue, Table

_PRIME = 4_294_967_291
_MASK = 4_294_967_295


def draw(population: Table, size: int, seed: str) -> Table:
    """Return `person`, `stratum` of `size` persons of `population`, or of all when there are no more.

    Each stratum gives its share of the sample; the seats left over by rounding down go to the largest remainders, the
    first stratum by name where they are equal. Within a stratum the order is a mixture of person and seed.
    """
    mixed = population.mutate(order=_mixed(population.person, _salt(seed)))
    within = ibis.window(group_by="stratum", order_by=[ibis._.order, ibis._.person])
    numbered = mixed.mutate(place=ibis.row_number().over(within))
    drawn = numbered.join(seats(population, size), "stratum")
    return drawn.filter(drawn.place < drawn.seats).select("person", "stratum")


def seats(population: Table, size: int) -> Table:
    """Return `stratum`, `people` and `seats`: how many of each stratum are drawn."""
    sized = population.group_by("stratum").agg(people=population.count())
    shared = sized.mutate(all=ibis._.people.sum().over(ibis.window()))
    portion = shared.people * ibis.least(shared.all, ibis.literal(size, "int64"))
    divided = shared.mutate(whole=portion // shared.all, rest=portion % shared.all)
    by_rest = ibis.window(order_by=[ibis.desc(divided.rest), divided.stratum])
    seated = divided.mutate(place=ibis.row_number().over(by_rest), given=divided.whole.sum().over(ibis.window()))
    left = ibis.least(seated.all, ibis.literal(size, "int64")) - seated.given
    return seated.select("stratum", "people", seats=seated.whole + (seated.place < left).cast("int64"))


def _salt(seed: str) -> int:
    return int(sha256(seed.encode()).hexdigest()[:8], 16)


def _mixed(key: IntegerValue, salt: int) -> IntegerValue:
    """Mix a key with a salt into [0, 2³²): multiplications that no engine overflows, shifts that none rounds."""
    once = _stirred(key % _PRIME)
    return _stirred(_stirred(once ^ salt))


def _stirred(number: IntegerValue) -> IntegerValue:
    spread: IntegerValue = ((number ^ (number >> 16)) * 73_244_475) & _MASK
    return spread
