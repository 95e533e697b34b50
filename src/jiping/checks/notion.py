"""What an indicator measures, apart from the words chosen for it: 资金执行率 and 预算执行率 are one notion."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from jiping.checks.category import category_of
from jiping.domain.filing import Indicator
from jiping.rulepack.names import names_in
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import texts
from jiping.scoring.score import Evaluation, RowScore

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Notion:
    """A notion. `category` keeps apart equal names the pack does not know; `form` is how this name expresses it:
    the whole name, or … and the part that gave it away;
    `standard` is None for a notion the pack does not know; `is_official` tells that the standard name is prescribed.
    """

    name: str
    category: str
    form: str
    standard: str | None = None
    is_official: bool = False

    @property
    def key(self) -> Key:
        return self.category, self.name


class Use(NamedTuple):
    """One row of one filing that stands for a notion."""

    notion: Notion
    evaluation: Evaluation
    row: RowScore

    @property
    def name(self) -> str:
        return self.row.row.level3

    @property
    def project(self) -> str:
        return self.evaluation.filing.label


def notion_of(pack: RulePack, row: Indicator) -> Notion:
    """Return the notion the pack's table knows; else the name itself without filler words."""
    return _notion(pack, category_of(pack, row) or row.level2 or "", row.level3)


def is_generic(pack: RulePack, row: Indicator) -> bool:
    """True when the whole name is one any project may use, such as 质量达标率."""
    notion = notion_of(pack, row)
    return notion.standard is not None and notion.form == row.level3


@lru_cache(maxsize=64)
def spellings(evaluations: tuple[Evaluation, ...]) -> Mapping[Key, Mapping[str, Notion]]:
    """Return the names the filings of a unit have for each notion, each name once, in the order met.

    Most rows repeat from filing to filing: what their names have in common is seen here, before `uses` counts rows.
    """
    found: defaultdict[Key, dict[str, Notion]] = defaultdict(dict)
    pack = evaluations[0].pack
    named = {(row.level1, row.level2, row.level3): row for each in evaluations for row in each.filing.rows}
    for row in named.values():
        notion = notion_of(pack, row)
        found[notion.key][row.level3] = notion
    return found


@lru_cache(maxsize=64)
def uses(evaluations: tuple[Evaluation, ...]) -> Mapping[Key, Sequence[Use]]:
    """Return the rows of all filings by notion, in the order of the filings."""
    found: defaultdict[Key, list[Use]] = defaultdict(list)
    for evaluation in evaluations:
        for each in evaluation.rows:
            notion = notion_of(evaluation.pack, each.row)
            found[notion.key].append(Use(notion, evaluation, each))
    return found


@lru_cache(maxsize=1 << 14)
def bare(pack: RulePack, name: str) -> str:
    """Return `name` without filler words and punctuation: 社保工作正常开展 and 社保业务正常开展 become one text."""
    for word in pack.words("filler_words"):
        name = name.replace(word, "")
    return "".join(each for each in name if each.isalnum())


@lru_cache(maxsize=1 << 14)
def _notion(pack: RulePack, category: str, name: str) -> Notion:
    for row in pack.table("level3_names"):
        standard, official = str(row["name"]), row["official"] is True
        if name in names_in(row):
            return Notion(standard, "", name, standard, official)
        part = next((part for part in texts(row, "parts") if part in name), None)
        if part is not None and row.get("only", category) == category:
            return Notion(standard, "", f"…{part}", standard, official)
    return Notion(bare(pack, name) or name, category, name)
