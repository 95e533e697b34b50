"""TY09."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from jiping.checks.check import Objection, Scope, check
from jiping.checks.prose import sections
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="TY09", severity=Severity.HINT, scope=Scope.UNIT_YEAR)
def headings_are_alike(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """同一单位各项目的标题应当一致。

    为何：同一部分标题不同，说明不是按同一表样填写，内容也容易走样。
    反例：五个项目写“五、整改措施”，一个项目写“五、有关建议”。
    正例：都写“五、整改措施”。
    """
    if len({_as_written(each) for each in evaluations}) == 1:
        return
    headings = [(each, _headings(each)) for each in evaluations]
    counts: defaultdict[SectionName, Counter[str]] = defaultdict(Counter)
    for _, own in headings:
        for name, heading in own.items():
            counts[name][heading] += 1
    usual = {name: heard.most_common(1)[0][0] for name, heard in counts.items()}
    for each, own in headings:
        differing = [f"“{heading}”（多数写“{usual[name]}”）" for name, heading in own.items() if heading != usual[name]]
        if differing:
            yield Objection(
                where="各部分标题",
                message=f"标题与同单位其他项目不同：{'、'.join(differing)}。",
                remedy="请按同一表样的标题填写。",
                about=each,
            )


def _as_written(evaluation: Evaluation) -> tuple[tuple[SectionName, str], ...]:
    return tuple([(name, section.heading) for name, section in sections(evaluation)])


def _headings(evaluation: Evaluation) -> dict[SectionName, str]:
    return {name: "".join(section.heading.split()) for name, section in sections(evaluation)}
