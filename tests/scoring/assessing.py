"""Build what a scoring rule sees from two texts."""

from decimal import Decimal

from builders import YEAR_END
from jiping.domain.filing import Indicator
from jiping.domain.value.parse import parse_value
from jiping.rulepack.load import load_pack
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.comparison import compare
from jiping.scoring.kinds import kind_of, named_kinds
from jiping.scoring.rule import Assessment

PACK = load_pack("national", YEAR_END)
NAMED = named_kinds(PACK)


def assess(
    target: str | None,
    actual: str | None,
    weight: Decimal = Decimal(10),
    name: str = "指标",
    kind: IndicatorKind | None = None,
) -> Assessment:
    """Return the row of `name` as a rule sees it under the national pack's words."""
    row = Indicator(None, None, name, target, actual, weight)
    wanted, was = parse_value(target, PACK.lexicon), parse_value(actual, PACK.lexicon)
    if kind is None:
        kind = kind_of(row, wanted, was, NAMED, PACK.lexicon)
    return Assessment(row, kind, wanted, was, weight, compare(kind, name, wanted, was, PACK.lexicon))
