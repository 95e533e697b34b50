"""NA03."""

import re
from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.phrasebook import phrasebook
from jiping.checks.prose import whole_text
from jiping.checks.quotation import quote, quoted
from jiping.domain.finding import Severity
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import texts
from jiping.scoring.score import Evaluation

_QUOTES = re.compile(r"[《》“”\"'‘’（）()\s]")
_TITLE = re.compile(r"《([^《》\n]+)》")
_NAMED = re.compile(
    r"\d\d\d\d\s*年度?(?!初|末|底)\s*([^，。；：、\n]{2,40}?)(?:项目|专项)?(?:资金|经费)?(?:支出|自评价?(?:得分|等级|等次|结论))"
)
_SUFFIX = re.compile(r"(?:专项|项目|资金|经费)+$")


@check(code="NA03", severity=Severity.WARN)
def one_project_name(evaluation: Evaluation) -> Iterator[Objection]:
    """项目名称在表头、正文、评分表中应当一致。

    为何：名称不一，读者无法确定说的是不是同一笔预算。
    反例：表头为《社会保险手册》印刷费，正文写《职工养老保险手册》。
    正例：全文都用预算批复的项目名称，简称在第一次出现时注明。
    说明：末尾的“项目”“经费”“资金”不算不同。
    """
    filing = evaluation.filing
    if filing.project is None:
        return
    text = whole_text(evaluation)
    own = _core(filing.project)
    others = [*_in_frames(own, text), *_in_titles(filing.project, text)]
    known = _known_variants(own, text, evaluation.pack)
    others += [name for name in known if not any(name in _core(other) for other in others)]
    if others:
        yield Objection(
            where="项目名称",
            message=f"项目名称为{quote(filing.project)}，正文又写作{quoted(others)}。",
            remedy="请统一使用预算批复的项目名称；确有简称或旧称的，第一次出现时注明。",
        )


def _in_frames(own: str, text: str) -> list[str]:
    """Return other names where a sentence names the project, such as `2024 年…项目支出`."""
    names = (match[1].strip() for match in _NAMED.finditer(text))
    return [name for name in names if own not in _core(name) and _akin(own, _core(name))]


def _in_titles(project: str, text: str) -> list[str]:
    """Return titles of the same kind (…手册) as the one in the project name."""
    own = _TITLE.search(project)
    if own is None:
        return []
    return [match.group() for match in _TITLE.finditer(text) if match[1] != own[1] and match[1][-2:] == own[1][-2:]]


def _known_variants(own: str, text: str, pack: RulePack) -> list[str]:
    """Return other known names of the same business."""
    hits = phrasebook(pack, "project_name_variants").hits(text)
    return [word for word, row in hits if word not in own and any(name in own for name in texts(row, "words"))]


def _core(name: str) -> str:
    return _SUFFIX.sub("", _QUOTES.sub("", name))


def _akin(one: str, other: str) -> bool:
    return any(other[i : i + 3] in one for i in range(len(other) - 2))
