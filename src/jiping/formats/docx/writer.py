"""Write a Document as an official Word file: GB/T 9704 page, real merged cells, fonts named, never embedded.

The look lives in `package/word/styles.xml`; this module only places paragraphs and cells.
"""

from dataclasses import asdict

from lxml import etree

from jiping.domain.document import Document, Para, Part, Table
from jiping.formats.docx.markup import NAMESPACES, R, element, q, twips
from jiping.formats.docx.package import pack
from jiping.formats.docx.runs import fonts, run
from jiping.formats.docx.tables import table_element
from jiping.formats.page import PAGE_MM, margins, text_width
from jiping.formats.texts import refuse_control_characters

FURNITURE_MM = {"header": 12, "footer": 15, "gutter": 0}


def write(document: Document) -> bytes:
    """Return the docx file of `document`; MissingGlyph for a character XML cannot hold."""
    refuse_control_characters(document)
    body = element("body")
    for number, part in enumerate(document.parts, start=1):
        _append_part(body, part, last=number == len(document.parts))
    main = etree.Element(q("document"), nsmap=NAMESPACES)
    main.append(body)
    xml = etree.tostring(main, xml_declaration=True, encoding="UTF-8", standalone=True)
    return pack(xml, document.title, document.attachment)


def _append_part(body: etree._Element, part: Part, *, last: bool) -> None:
    width = text_width(part)
    previous_is_table = False
    for block in part.blocks:
        if isinstance(block, Table):
            if previous_is_table:
                body.append(_joint())
            body.append(table_element(block, width))
        else:
            body.append(_paragraph(block, width))
        previous_is_table = isinstance(block, Table)
    if last:
        if previous_is_table:
            body.append(_joint())
        body.append(_section(part))
        return
    if previous_is_table or not part.blocks:
        body.append(_joint())
    properties = body[-1].find(q("pPr"))
    if properties is not None:
        properties.append(_section(part))


def _paragraph(para: Para, width: int) -> etree._Element:
    properties = element("pPr", element("pStyle", val=para.style.value))
    if len(para.texts) > 1:
        properties.append(_tab_stops(len(para.texts), width))
    paragraph = element("p", properties)
    for number, text in enumerate(para.texts):
        if number:
            paragraph.append(element("r", fonts(para.style.value), element("tab")))
        paragraph.append(run(text, para.style.value))
    return paragraph


def _tab_stops(texts: int, width: int) -> etree._Element:
    """Return the stops that set two texts at the two ends; of more, each has room behind it to write by hand."""
    if texts == 2:
        return element("tabs", element("tab", val="right", pos=twips(width)))
    positions = (twips(width) * number // texts for number in range(1, texts))
    return element("tabs", *(element("tab", val="left", pos=position) for position in positions))


def _joint() -> etree._Element:
    """Return the invisible paragraph that Word needs between two tables and after a last one.

    Were it a point high, a table that fills its page would be followed by an empty one.
    """
    return element("p", element("pPr", element("pStyle", val="joint")))


def _section(part: Part) -> etree._Element:
    section = element("sectPr")
    for kind, member in (("default", "odd"), ("even", "even")):
        reference = element("footerReference", type=kind)
        reference.set(f"{{{R}}}id", member)
        section.append(reference)
    section.append(element("type", val="nextPage"))
    section.append(element("pgSz", w=twips(PAGE_MM[0]), h=twips(PAGE_MM[1])))
    section.append(_margins(part))
    return section


def _margins(part: Part) -> etree._Element:
    result = element("pgMar")
    for side, millimetres in {**asdict(margins(part)), **FURNITURE_MM}.items():
        result.set(q(side), str(twips(millimetres)))
    return result
