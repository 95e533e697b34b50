"""One page that shows a document and, laid over it, what was understood: no script, nothing loaded from elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from jiping.domain.document import Document
from jiping.domain.lexicon import Lexicon
from jiping.domain.masking import masked
from jiping.domain.place import Place
from jiping.layouts.read.recognition import Recognition
from jiping.reports.batch.anchor import anchor_of
from jiping.reports.batch.markup import page
from jiping.reports.reading.facts import Link, filing_facts
from jiping.reports.reading.paper import Paper, places
from jiping.reports.reading.role import Role
from jiping.reports.reading.told import Told, tell

_STYLE = (Path(__file__).parent / "reading.css").read_text(encoding="utf-8")


def render(name: str, document: Document, recognition: Recognition, lexicon: Lexicon) -> bytes:
    """Return the page of a file called `name`; a document in which nothing was recognised is shown plain and says so.

    The numbers of identity cards are masked.
    """
    name, document, recognition = masked((name, document, recognition))
    told: dict[Place, list[Told]] = {}
    for each in tell(recognition, lexicon):
        told.setdefault(each.place, []).append(each)
    doubts: dict[Place, list[str]] = {}
    for filing in recognition.filings:
        for doubt in filing.doubts:
            if doubt.place is not None:
                doubts.setdefault(doubt.place, []).append(doubt.why)
    spots = list(places(document))
    anchors = {place: anchor_of(place) for place, _ in spots}
    paper = "".join(Paper(told, anchors, doubts).draw(document))
    side = "".join(_side(document, recognition, lexicon, _link(anchors)))
    plain = sum(bool(text.strip()) and place not in told for place, text in spots)
    under = f"自评 {len(recognition.filings)} 份　认出 {len(told)} 处　存疑 {sum(len(each.doubts) for each in recognition.filings)} 处　未认 {plain} 处"
    body = f'{_legend()}<div class="reading"><div>{paper}</div><aside>{side}</aside></div>'
    return page(f"读取结果　{name}", under, (body,), _STYLE)


def _legend() -> str:
    colours = "".join(f'<mark class="{role.css}">{role.value}</mark>' for role in Role)
    return f'<p class="legend">{colours}<mark class="doubt">存疑</mark><span>未认出的不着色</span></p>'


def _link(anchors: Mapping[Place, str]) -> Link:
    def link(place: Place | None, text: str) -> str:
        anchor = anchors.get(place) if place else None
        return f'<a href="#{anchor}">{escape(text)}</a>' if anchor else escape(text)

    return link


def _side(document: Document, recognition: Recognition, lexicon: Lexicon, link: Link) -> Iterator[str]:
    if not recognition.filings:
        yield '<section><p class="warn">没有认出绩效自评价材料。</p></section>'
    doubts = [(each.why, each.place) for filing in recognition.filings for each in filing.doubts]
    remarks = [(each.message, each.place) for each in recognition.remarks]
    notes = [(note, None) for note in document.notes]
    yield from _listed("存疑", doubts, link)
    yield from _listed("提请注意", [*notes, *(each for each in remarks if each not in doubts)], link)
    for filing, traces in zip(recognition.filings, recognition.traces, strict=True):
        yield f"<section>{''.join(filing_facts(filing, traces, lexicon, link))}</section>"


def _listed(head: str, told: Sequence[tuple[str, Place | None]], link: Link) -> Iterator[str]:
    if told:
        rows = "".join(
            f'<li>{escape(text)}<span class="basis">{link(place, str(place)) if place else ""}</span></li>'
            for text, place in told
        )
        yield f"<section><h2>{head}（{len(told)}）</h2><ul>{rows}</ul></section>"
