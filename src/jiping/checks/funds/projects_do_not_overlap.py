"""FU14."""

from collections.abc import Iterator, Sequence

from jiping.checks.check import Objection, Scope, check
from jiping.checks.prose import whole_text
from jiping.checks.wordlist import any_word
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="FU14", severity=Severity.WARN, scope=Scope.UNIT_YEAR)
def projects_do_not_overlap(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """同一单位的运行经费与专项费用应划清范围。

    为何：运行经费本可列支纸张、印刷；又另设项目，同一笔开支可能两头列。
    反例：既有“业务运营经费”，又有“打印纸”“手册印刷费”，都没有写明各管什么。
    正例：“业务运营经费（不含印刷）”与“手册印刷费”。
    """
    pack = evaluations[0].pack
    general, special, kept_apart = (
        any_word(pack, name) for name in ("running_cost_names", "running_cost_items", "kept_apart_words")
    )
    items = [each for each in evaluations if special.search(each.filing.project or "")]
    for evaluation in evaluations:
        project = evaluation.filing.project or ""
        others = [each.filing.project for each in items if each is not evaluation]
        if not others or not general.search(project) or special.search(project):
            continue
        if not kept_apart.search(f"{project}\n{whole_text(evaluation)}"):
            yield Objection(
                where="项目名称",
                message=f"本项目与 {'、'.join(map(str, others))} 的用途可能重叠，没有写明各自范围。",
                remedy="请写明本项目不含哪些费用，并核对有无同一笔开支两头列支。",
                about=evaluation,
            )
