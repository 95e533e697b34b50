"""The page of a unit and year: its projects, the sums, and one sentence that says it all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from jiping.rulepack.pack import RulePack
from jiping.web.filings.selectors import pack_of
from jiping.web.publishing.models import PublicationRecord


@dataclass(frozen=True)
class Overview:
    """The public projects of one unit and year, at least one."""

    year: int
    projects: Sequence[PublicationRecord]

    @property
    def amount(self) -> Decimal | None:
        """What they spent together in 万元; None when one does not say."""
        known = [each.amount for each in self.projects if each.amount is not None]
        return sum(known, Decimal(0)) if len(known) == len(self.projects) else None

    @property
    def sentence(self) -> str:
        """The whole in one sentence."""
        money = "" if self.amount is None else f"，支出合计 {self.amount:,.2f} 万元"
        return f"公开 {len(self.projects)} 个项目{money}。{self._grades}{self._satisfaction}"

    @property
    def _grades(self) -> str:
        grades = list(dict.fromkeys(each.grade for each in self.projects if each.grade))
        if not grades:
            return ""
        if len(grades) == 1 and all(each.grade for each in self.projects):
            return f"自评等级均为{grades[0]}。"
        counts = (f"{grade} {sum(each.grade == grade for each in self.projects)} 个" for grade in grades)
        return f"自评等级：{'、'.join(counts)}。"

    @property
    def _satisfaction(self) -> str:
        known = sorted({each.satisfaction for each in self.projects if each.satisfaction})
        if not known:
            return ""
        return f"服务对象满意度 {known[0]}{f'–{known[-1]}' if len(known) > 1 else ''}。"

    @property
    def latest(self) -> datetime:
        return max(each.published_at for each in self.projects)

    @property
    def pack(self) -> RulePack:
        return pack_of(self.projects[0].filing)

    @property
    def bands(self) -> str:
        """How points become a grade, as the rules of the year say."""
        *above, lowest = [(f"{each.at_least:g}", each.grade) for each in self.pack.grades.bands]
        told, upper = [], ""
        for least, grade in above:
            told.append(f"{least}–{upper} 为{grade}" if upper else f"{least} 分及以上为{grade}")
            upper = least
        return "，".join([*told, f"{upper} 以下为{lowest[1]}"])

    @property
    def papers_size(self) -> int:
        """How large all the papers are together, in bytes."""
        return sum(file.size for each in self.projects for file in each.files.all() if file.kind == "pdf")
