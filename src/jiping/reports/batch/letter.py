"""退改函: the letter that returns a unit's filings, as a neutral document; wording and deadline are the pack's."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from jiping.domain.document import Block, Document, Para, Part, Style
from jiping.domain.finding import Finding, Severity
from jiping.domain.money import plain
from jiping.reports.batch.plain_table import plain_table
from jiping.review.ranking import Ranked
from jiping.rulepack.pack import RulePack

_HEADS = ("序号", "程度", "位置", "意见及依据", "修改要求")
_WAIVED_HEADS = ("序号", "编号", "位置", "意见", "说明")
_WIDTHS_MM = (10, 13, 26, 62, 45)


def letter(unit: str, filings: Sequence[Ranked], pack: RulePack) -> Document:
    """Return the letter to `unit` about its filings, worst first; number, seal and contact are left to fill in."""
    words = _Words(unit, filings, pack)
    main = Part("函", tuple(_main(words, filings)))
    annex = Part("附件", tuple(_annex(words, filings)))
    told = any(each.dossier.standing or each.dossier.waived or each.dossier.subject.unchecked for each in filings)
    return Document((main, annex) if told else (main,), title=f"{words['title']}　{unit}")


class _Words:
    """The pack's sentences with this letter's facts filled in."""

    def __init__(self, unit: str, filings: Sequence[Ranked], pack: RulePack) -> None:
        counts = Counter(finding.severity for each in filings for finding in each.dossier.standing)
        self._texts = {str(row["name"]): str(row["text"]) for row in pack.table("letter_texts")}
        self.severities = tuple(Severity(word) for word in pack.words("letter_severities"))
        self.counts = counts
        self._facts = {
            "unit": unit,
            "year": _years(filings),
            "filings": str(len(filings)),
            "findings": str(counts.total()),
            **{severity.name.lower(): str(counts[severity]) for severity in Severity},
            "days": plain(pack.thresholds["letter_days"]),
        }

    def __getitem__(self, name: str) -> str:
        return self._texts[name].format(**self._facts)


def _years(filings: Sequence[Ranked]) -> str:
    years = sorted({each.dossier.subject.year for each in filings if each.dossier.subject.year is not None})
    return f"{'、'.join(map(str, years))}年度" if years else ""


def _main(words: _Words, filings: Sequence[Ranked]) -> Iterator[Block]:
    yield Para(Style.LINE, ("", words["number"]))
    yield Para(Style.TITLE, (words["title"],))
    yield Para(Style.LINE, (words["addressee"],))
    unchecked = [each for each in filings if each.dossier.subject.unchecked is not None]
    if words.counts or unchecked:
        yield Para(Style.BODY, (words["opening"],))
    else:
        yield Para(Style.BODY, (words["clean"],))
    for severity in words.severities:
        if words.counts[severity]:
            yield Para(Style.BODY, (words[severity.name.lower()],))
    if words.counts or unchecked:
        yield Para(Style.BODY, (words["deadline"],))
    yield Para(Style.BODY, (words["closing"],))
    yield Para(Style.BODY, (words["contact"],))
    yield Para(Style.LINE, ("", words["seal"]))
    yield Para(Style.LINE, ("", words["dated"]))


def _annex(words: _Words, filings: Sequence[Ranked]) -> Iterator[Block]:
    yield Para(Style.SUBTITLE, (words["annex"],))
    for each in filings:
        dossier, subject = each.dossier, each.dossier.subject
        listed = [finding for finding in dossier.standing if finding.severity in words.severities]
        if not listed and not dossier.waived and subject.unchecked is None:
            continue
        yield Para(Style.HEADING2, (subject.project,))
        if subject.unchecked is not None:
            yield Para(Style.BODY, (f"{words['unchecked']}{subject.unchecked}",))
        if listed:
            yield plain_table(_HEADS, _numbered(map(_row, listed)), _WIDTHS_MM, centred=2)
        if dossier.waived:
            yield Para(Style.BODY, (words["waived"],))
            yield plain_table(_WAIVED_HEADS, _numbered(map(_waived_row, dossier.waived)), _WIDTHS_MM, centred=2)


def _numbered(rows: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [(str(number), *row) for number, row in enumerate(rows, start=1)]


def _row(each: Finding) -> tuple[str, str, str, str]:
    return each.severity.value, each.where, f"{each.message}\n依据：{each.basis}", each.remedy


def _waived_row(each: Finding) -> tuple[str, str, str, str]:
    waiver = each.waiver
    answer = "" if waiver is None else f"{waiver.reason}（{waiver.person}，{waiver.on}）"
    return each.code, each.where, each.message, answer
