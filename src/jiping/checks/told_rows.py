"""The clauses of the told results that speak of a row of the table, by the words of the row's name."""

import re
from functools import lru_cache

from jiping.checks.prose import section
from jiping.checks.wordlist import any_word, is_one_of
from jiping.domain.filing import Section, SectionName
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation

_SHORTEST_NAME = 4  # 培训人数 without 人数 could be any training
_CLAUSE = re.compile(r"[^，。；、！？,;!?\n]+")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_NOT_HAN = re.compile(r"[^一-鿿]")


@lru_cache(maxsize=256)
def result_clauses(evaluation: Evaluation) -> tuple[tuple[Section, str], ...]:
    """Return the clauses that tell this year's results; parts, plans and other years are left out."""
    told = (section(evaluation, name) for name in (SectionName.EVALUATION, SectionName.PERFORMANCE))
    apart = any_word(evaluation.pack, "partial_result_words")
    return tuple(
        (part, clause)
        for part in told
        if part is not None
        for clause in _CLAUSE.findall(part.text)
        if any(map(str.isdigit, clause)) and apart.search(clause) is None
    )


@lru_cache(maxsize=1 << 12)
def told_name(name: str, pack: RulePack) -> str:
    """Return what a sentence would call the row: its name without 数量 or 率; empty where that is too general."""
    core = _NOT_HAN.sub("", any_word(pack, "measure_name_words").sub("", _BRACKETS.sub("", name)))
    return core if len(core) >= _SHORTEST_NAME else ""


def speaks_of(words: str, name: str, pack: RulePack) -> bool:
    """Tell whether `words`, which lead to a figure, end with the name's characters in some order: 采购完成, 完成采购."""
    rest = without_lead(words, pack)
    before, last = rest[: -len(name)], rest[-len(name) :]
    return sorted(last) == sorted(name) and not is_one_of(pack, "narrowing_words", before[-1:])


@lru_cache(maxsize=1 << 12)
def without_lead(words: str, pack: RulePack) -> str:
    """Return the characters of `words` without those written between a matter and its quantity (共, 达到)."""
    return any_word(pack, "result_lead_words").sub("", _NOT_HAN.sub("", words))
