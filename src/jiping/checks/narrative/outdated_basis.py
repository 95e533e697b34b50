"""NA21."""

import re
from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import section
from jiping.checks.wordlist import any_word
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation

_NUMBER = re.compile(r"[一-鿿]{2,12}[〔\[（(【](\d{4})[〕\]）)】]\s*第?\s*\d+\s*号")


@check(code="NA21", severity=Severity.WARN)
def outdated_basis(evaluation: Evaluation) -> Iterator[Objection]:
    """立项依据不能只有年代久远的文件。

    为何：二三十年前的文件多已失效或被新规代替，仅凭它不能说明项目今天仍有必要。
    反例：手册印刷费的依据只有一份 1992 年的文件。
    正例：同时引用现行法律法规，或说明该文件至今有效。
    """
    overview = section(evaluation, SectionName.OVERVIEW)
    if overview is None or any_word(evaluation.pack, "statute_marks").search(overview.text):
        return
    cited = [(match.group(), int(match[1])) for match in _NUMBER.finditer(overview.text)]
    year = evaluation.pack.as_of.year if evaluation.filing.year is None else evaluation.filing.year
    oldest_accepted = year - evaluation.pack.thresholds["basis_age_years"]
    if cited and all(issued < oldest_accepted for _, issued in cited):
        yield Objection(
            where=overview.heading,
            message=f"依据只有“{cited[0][0]}”，距今 {year - cited[0][1]} 年，未说明是否仍然有效。",
            remedy="请核实该文件是否有效，并补充现行法律法规或文件作为依据。",
            place=overview.place,
        )
