"""Rows a sentence means by part of their name: 培训1350人次 is 培训人次, 合格率88% is 培训合格率."""

from functools import lru_cache

from jiping.checks.told_rows import without_lead
from jiping.checks.wordlist import any_word
from jiping.domain.value.kinds import Value, ValueKind
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import RowScore

_SHORTEST = 2


def is_meant_briefly(lead: str, told: Value, row: RowScore, pack: RulePack) -> bool:
    """Tell whether `lead` and the unit of what is told are all a short sentence would say of the row."""
    name = row.row.level3
    if told.kind is not row.actual.kind or told.unit != row.actual.unit:
        return False
    if told.kind is ValueKind.PERCENT:
        return len(lead) > _SHORTEST and lead.endswith("率") and name.endswith(lead)
    matter = _matter(name, pack)
    rest = any_word(pack, "doing_words").sub("", without_lead(lead, pack))
    return len(matter) >= _SHORTEST and rest == matter


@lru_cache(maxsize=1 << 12)
def _matter(name: str, pack: RulePack) -> str:
    """Return what the row counts, without measure and doing words: 培训 of 组织培训人次."""
    core = any_word(pack, "measure_name_words").sub("", name)
    return any_word(pack, "doing_words").sub("", core)
