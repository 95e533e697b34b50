"""Check filings as a reviewer would, each under the rules of its own year."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path

from jiping.checks.catalogue import catalogue
from jiping.checks.check import Check, Scope
from jiping.checks.run import Report, run
from jiping.domain.errors import JipingError, PackFault
from jiping.domain.filing import Filing
from jiping.domain.finding import NotRun
from jiping.scoring.score import Evaluation
from jiping.use_cases.idle_waivers import idle_waivers
from jiping.use_cases.packs import ANY_DAY
from jiping.use_cases.score import score

UNSCORED = "全部"  # the code under which a filing stands that no check could look at
OF_THE_YEAR = "年度"  # the code under which a filing without a year stands
_WITHOUT_YEAR = (
    f"没有写明项目年度：与年度、与其他材料比较有关的规则没有运行，其余按 {ANY_DAY} 有效的规则校核。"
    f"请在填报材料中补上年度，或用 --on {ANY_DAY} 指明按哪一天的规则校核。"
)
_COMMA = re.compile("[,，、]")


def check(
    filings: Sequence[Filing],
    pack: str,
    *,
    on: date | None = None,
    folders: Sequence[Path] = (),
    checks: Sequence[Check] | None = None,
    data: Path | None = None,
) -> Report:
    """Return findings and what could not be checked; a filing that cannot be scored is reported, the rest go on.

    Receipts the filings name are looked up in the folder `data`, if it is given.
    Raises JipingError when there is nothing to check: silence would read as a clean result.
    """
    if not filings:
        raise JipingError("没有可以校核的自评材料。", remedy="请检查所给的文件或文件夹里有没有自评材料。")
    evaluations, undated, missed = [], [], []
    for filing in filings:
        try:
            if filing.year is None and on is None:
                undated.append(_proven(score(filing, pack, ANY_DAY, folders), data, folders))
                missed.append(NotRun.about(filing, OF_THE_YEAR, _WITHOUT_YEAR))
            else:
                evaluations.append(_proven(score(filing, pack, on, folders), data, folders))
        except PackFault:
            raise  # the pack is the caller's choice, not the filing's fault
        except JipingError as error:
            missed.append(NotRun.about(filing, UNSCORED, f"{error.what}{error.why}{error.remedy}"))
    # a filing of no known year is the neighbour of none
    reports = [run(evaluations, checks), *(run([each], checks) for each in undated)]
    findings = tuple(chain.from_iterable(each.findings for each in reports))
    return Report(
        findings,
        (*missed, *idle_waivers(filings, findings), *chain.from_iterable(each.not_run for each in reports)),
        tuple(sorted({label for each in reports for label in each.packs})),
        tuple((each.unit_label, each.year, each.label) for each in filings),
    )


def _proven(evaluation: Evaluation, data: Path | None, folders: Sequence[Path]) -> Evaluation:
    if data is None:
        return evaluation
    from jiping.use_cases.proofs import proofs  # noqa: PLC0415  the engine is heavy, and few ask for it

    return replace(evaluation, proofs=proofs(evaluation, data, folders))


def choose(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Check, ...]:
    """Return the checks whose code begins with one of `select` (all when empty) and with none of `ignore`.

    Either may be written in small letters, and several in one word parted by commas.
    What is wrong with a whole file is told unless it is ignored: a file that was not read must never look clean.
    Raises JipingError for a prefix that fits no code.
    """
    select, ignore = _prefixes(select), _prefixes(ignore)
    for prefix in (*select, *ignore):
        if not any(each.code.startswith(prefix) for each in catalogue()):
            raise JipingError(
                f"没有编号以“{prefix}”开头的校核规则。",
                remedy="请运行 jiping rules 查看全部编号。",
            )
    return tuple(
        each
        for each in catalogue()
        if (not select or each.code.startswith(select) or each.scope is Scope.FILE)
        and not (ignore and each.code.startswith(ignore))
    )


def _prefixes(words: Iterable[str]) -> tuple[str, ...]:
    pieces = (piece.strip().upper() for word in words for piece in _COMMA.split(word))
    return tuple(piece for piece in pieces if piece)


def check_named(code: str) -> Check:
    """Return the check with `code`; the nearest codes are named when there is none."""
    wanted = code.upper()
    for each in catalogue():
        if each.code == wanted:
            return each
    near = "、".join(each.code for each in catalogue() if each.code[:2] == wanted[:2])
    raise JipingError(
        f"没有编号为“{code}”的校核规则。",
        remedy=f"同类编号有：{near}。" if near else "请运行 jiping rules 查看全部编号。",
    )
