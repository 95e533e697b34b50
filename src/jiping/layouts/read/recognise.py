"""Recognise filings in a document, whatever file it came from."""

from collections import Counter
from collections.abc import Iterator, Sequence

from jiping.domain.document import Document
from jiping.domain.filing import Filing
from jiping.domain.layout import Layout
from jiping.layouts.read.assemble import assemble, doubts, group
from jiping.layouts.read.page import read_page
from jiping.layouts.read.recognition import Recognition, Remark
from jiping.layouts.read.segment import segments
from jiping.layouts.read.sheet import Sheet
from jiping.layouts.read.stream import Line, stream
from jiping.layouts.read.text.reader import read_text
from jiping.layouts.read.text.unfold import unfold
from jiping.layouts.read.traces import traces
from jiping.layouts.read.words.learn import learn
from jiping.layouts.read.words.lookup import Lookup
from jiping.layouts.read.words.vocabulary import Vocabulary


def recognise(document: Document, layouts: Sequence[Layout], vocabulary: Vocabulary) -> Recognition:
    """Return every filing in the document and what was doubtful; no filings when nothing looked like one.

    All layouts are known at once; `vocabulary` is needed only for plain text. Texts are taken as they stand, except
    that cells lose their line breaks and full-width digits.
    """
    lookup = learn(tuple(layouts))
    sheets = _read_ruled(document, lookup) if document.ruled else _read_plain(document, lookup, vocabulary)
    groups = group(sheet for sheet in sheets if sheet.is_filed)
    filings = [assemble(parts, lookup) for parts in groups]
    remarks = [remark for parts, filing in zip(groups, filings, strict=True) for remark in doubts(parts, filing)]
    traced = tuple(tuple(traces(parts, lookup)) for parts in groups)
    return Recognition(tuple(filings), (*remarks, *_duplicates(filings)), traced)


def _read_ruled(document: Document, lookup: Lookup) -> Iterator[Sheet]:
    for segment in segments(list(stream(document)), lookup):
        yield from read_page(segment, lookup)


def _read_plain(document: Document, lookup: Lookup, vocabulary: Vocabulary) -> Iterator[Sheet]:
    for segment in segments(list(unfold(stream(document), lookup)), lookup):
        sheet = Sheet(segment.title, segment.text, segment.place)
        read_text([item for item in segment.items if isinstance(item, Line)], sheet, lookup, vocabulary)
        yield sheet


def _duplicates(filings: Sequence[Filing]) -> Iterator[Remark]:
    """Yield a remark on every filing that repeats unit, year and project of an earlier one; all are kept."""
    seen: Counter[tuple[str | None, int | None, str | None]] = Counter()
    for filing in filings:
        key = (filing.unit, filing.year, filing.project)
        seen[key] += 1
        if filing.project and seen[key] > 1:
            yield Remark(f"“{filing.project}”在同一文件中出现了不止一次，均已保留，请核对。", filing.place)
