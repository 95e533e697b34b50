"""Recognise filings in a document, whatever file it came from."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jiping.domain.document import Document
from jiping.domain.layout import Layout
from jiping.layouts.read.assemble import assemble
from jiping.layouts.read.group import group
from jiping.layouts.read.page import read_page
from jiping.layouts.read.recognition import Recognition, Remark
from jiping.layouts.read.remarks import duplicates, remarks
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

    All layouts are known at once; `vocabulary` is needed only for plain text and for pictures. Texts are taken as they stand, except
    that cells lose their line breaks and full-width digits.
    """
    lookup = learn(tuple(layouts))
    sheets = _read_ruled(document, lookup) if document.ruled else _read_plain(document, lookup, vocabulary)
    groups = group(sheet for sheet in sheets if sheet.is_filed)
    filings = [assemble(parts, lookup) for parts in groups]
    remarked = [each for parts, filing in zip(groups, filings, strict=True) for each in remarks(parts, filing)]
    traced = tuple(tuple(traces(parts, lookup)) for parts in groups)
    blurred = [tuple(vocabulary.legibility.doubts(document, *each)) for each in zip(filings, traced, strict=True)]
    filings = [replace(each, doubts=(*each.doubts, *more)) for each, more in zip(filings, blurred, strict=True)]
    remarked += [Remark(each.why, each.place) for more in blurred for each in more if each.is_low]
    return Recognition(tuple(filings), (*remarked, *duplicates(filings)), traced)


def _read_ruled(document: Document, lookup: Lookup) -> Iterator[Sheet]:
    for segment in segments(list(stream(document)), lookup):
        yield from read_page(segment, lookup)


def _read_plain(document: Document, lookup: Lookup, vocabulary: Vocabulary) -> Iterator[Sheet]:
    for segment in segments(list(unfold(stream(document), lookup)), lookup):
        sheet = Sheet(segment.title, segment.text, segment.place)
        read_text([item for item in segment.items if isinstance(item, Line)], sheet, lookup, vocabulary)
        yield sheet
