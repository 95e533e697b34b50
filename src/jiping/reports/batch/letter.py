"""退改函: the letter that returns a unit's filings, as a neutral document; wording and deadline are the pack's."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from jiping.domain.document import Block, Document, Para, Part, Style
from jiping.domain.errors import PackFault
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.domain.place import Place
from jiping.reports.batch.letter_rows import file_name, numbered, row, waived_row
from jiping.reports.batch.plain_table import plain_table
from jiping.review.overview import packs_of
from jiping.review.ranking import Ranked
from jiping.rulepack.calendar import calendar_of
from jiping.rulepack.pack import RulePack

_HEADS = ("序号", "程度", "位置", "意见及依据", "修改要求")
_WAIVED_HEADS = ("序号", "编号", "位置", "意见", "说明")
_WIDTHS_MM = (10, 13, 26, 62, 45)


def letter(unit: str, filings: Sequence[Ranked], pack: RulePack, sent: date | None = None) -> Document:
    """Return the letter to `unit` about its filings, worst first; number, seal and contact are left to fill in.

    A letter `sent` on a known day says by which day to answer; the deadline runs in working days from the day after.
    Raises OutsideDates when the deadline lies beyond the holidays the pack knows.
    """
    words = _Words(unit, filings, pack, sent)
    main = Part("函", tuple(_main(words, filings, sent)))
    annex = Part("附件", tuple(_annex(words, filings)))
    told = any(each.dossier.standing or each.dossier.waived or each.dossier.subject.unchecked for each in filings)
    return Document((main, annex) if told else (main,), title=f"{words['title']}　{unit}")


class _Words:
    """The pack's sentences with this letter's facts filled in."""

    def __init__(self, unit: str, filings: Sequence[Ranked], pack: RulePack, sent: date | None) -> None:
        counts = Counter(finding.severity for each in filings for finding in each.dossier.standing)
        self._edition = pack.dated("letter_texts")
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
            "due": "" if sent is None else _day(_due(sent, pack)),
        }

    def __getitem__(self, name: str) -> str:
        if name not in self._texts:
            edition = self._edition
            raise PackFault(
                f"退改函的用语里没有“{name}”这一行。",
                remedy="请照全国规则包的 terms-letter.yaml 补上这一行。",
                place=Place(edition.file, line=edition.line),
            )
        return self._texts[name].format(**self._facts)


def _due(sent: date, pack: RulePack) -> date:
    return calendar_of(pack).add_working_days(sent, int(pack.thresholds["letter_days"]))


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _years(filings: Sequence[Ranked]) -> str:
    years = sorted({each.dossier.subject.year for each in filings if each.dossier.subject.year is not None})
    return f"{'、'.join(map(str, years))}年度" if years else ""


def _main(words: _Words, filings: Sequence[Ranked], sent: date | None) -> Iterator[Block]:
    yield Para(Style.SIGNED, (words["number"],))
    yield Para(Style.TITLE, (words["title"],))
    yield Para(Style.FLUSH, (words["addressee"],))
    unchecked = [each for each in filings if each.dossier.subject.unchecked is not None]
    if words.counts or unchecked:
        yield Para(Style.BODY, (words["opening"],))
    else:
        yield Para(Style.BODY, (words["clean"],))
    for severity in words.severities:
        if words.counts[severity]:
            yield Para(Style.BODY, (words[severity.name.lower()],))
    if words.counts or unchecked:
        yield Para(Style.BODY, (words["deadline" if sent is None else "deadline_dated"],))
    yield Para(Style.BODY, (words["closing"],))
    yield Para(Style.BODY, (words["contact"],))
    yield Para(Style.SIGNED, (words["seal"],))
    yield Para(Style.SIGNED, (words["dated"] if sent is None else _day(sent),))


def _annex(words: _Words, filings: Sequence[Ranked]) -> Iterator[Block]:
    yield Para(Style.SUBTITLE, (words["annex"],))
    if packs := packs_of(filings):
        yield Para(Style.FLUSH, (f"{words['packs']}{'、'.join(packs)}",))
    for each in filings:
        dossier, subject = each.dossier, each.dossier.subject
        listed = [finding for finding in dossier.standing if finding.severity in words.severities]
        if not listed and not dossier.waived and subject.unchecked is None:
            continue
        file = file_name(subject.file)
        yield Para(Style.HEADING2, (subject.project,))
        if file and file != file_name(subject.project):
            yield Para(Style.NOTE, (file,))
        if subject.unchecked is not None:
            yield Para(Style.BODY, (f"{words['unchecked']}{subject.unchecked}",))
        if listed:
            yield plain_table(_HEADS, numbered(row(finding, file) for finding in listed), _WIDTHS_MM, centred=2)
        if dossier.waived:
            yield Para(Style.BODY, (words["waived"],))
            yield plain_table(
                _WAIVED_HEADS, numbered(waived_row(finding, file) for finding in dossier.waived), _WIDTHS_MM, centred=2
            )
