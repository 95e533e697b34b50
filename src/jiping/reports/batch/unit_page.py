"""One unit's filings, worst first, each a section with its findings and the arithmetic of its risk."""

from html import escape
from urllib.parse import quote

from jiping.domain.money import plain
from jiping.domain.place import Place
from jiping.reports.batch.drawn import Drawn, address
from jiping.reports.batch.findings_table import findings_tables
from jiping.reports.batch.markup import amount, band_chip, page, score
from jiping.review.overview import Overview, UnitLine
from jiping.review.ranking import Ranked
from jiping.review.subject import Subject


def unit_page(line: UnitLine, batch: Overview, home: str, drawn: Drawn) -> bytes:
    """Return the page of a unit; `home` is where the front page stands, seen from here, `drawn` is seen from there."""
    under = f'<a href="{escape(home)}">← 总览</a>　{_summary(line)}'
    return page(line.unit, under, (_filing(each, batch, drawn) for each in line.filings))


def anchor(each: Ranked) -> str:
    """Return the name of a filing's section."""
    return f"f{each.position}"


def _summary(line: UnitLine) -> str:
    read = [each for each in line.filings if each.dossier.subject.unchecked is None]
    if not read:
        return f"文件 {len(line.filings)} 个，都没有校核"
    money = amount(line.expenditure)
    return f"自评 {len(line.filings)} 份，支出合计 {money} 万元，风险分之和 {line.total:,.2f}"


def _filing(each: Ranked, batch: Overview, drawn: Drawn) -> str:
    subject, dossier = each.dossier.subject, each.dossier
    facts = [
        "" if subject.year is None else f"{subject.year} 年度",
        f"支出 {amount(subject.expenditure)}{'' if subject.expenditure is None else ' 万元'}",
        "" if subject.score is None else f"自评 {plain(subject.score)} 分",
        "" if subject.grade is None else f"等次 {escape(subject.grade)}",
        _link(subject, None, escape(subject.file)),
        _page(drawn, subject),
    ]
    head = f"{band_chip(each, batch.weights.risk_bands)} {score(each)}　{escape(subject.project)}"
    findings = "".join(findings_tables(dossier.standing, dossier.waived, lambda place: _spot(drawn, subject, place)))
    told = {finding.message for finding in dossier.standing}
    unchecked = "" if subject.unchecked in {None, *told} else f'<p class="block">{escape(subject.unchecked or "")}</p>'
    return (
        f'<section id="{anchor(each)}"><p class="top"><a href="#">返回页首</a></p><h2>{head}</h2>'
        f'<p class="note">{"　".join(filter(None, facts))}</p>{unchecked}{findings}'
        f'<details><summary>风险分怎样算出</summary><p class="note">{escape(each.risk.arithmetic)}</p></details></section>'
    )


def _page(drawn: Drawn, subject: Subject) -> str:
    """Return a link to the page on which the file is drawn, empty when it is not."""
    path = drawn.get(subject.file)
    return "" if path is None else f'<a href="../{escape(quote(path))}">看读出了什么</a>'


def _spot(drawn: Drawn, subject: Subject, place: Place) -> str:
    """Return the words of a place inside the filing's file, leading to where it is drawn or else to the file."""
    there = address(drawn, place)
    if not place.within or there is None:
        return _link(subject, place, escape(place.within))
    return f'<a href="../{quote(there, safe="/#")}">{escape(place.within)}</a>'


def _link(subject: Subject, place: Place | None, text: str) -> str:
    """Return `text` as a link that opens the filing's file, at the page of `place` where the format has pages."""
    if subject.link is None or not text:
        return text
    page_of_pdf = f"#page={place.page}" if place is not None and place.page is not None else ""
    return f'<a href="../{escape(quote(subject.link))}{page_of_pdf}">{text}</a>'
