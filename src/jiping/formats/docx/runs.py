"""Runs of text that name their faces: Word ignores the paragraph style for some East Asian characters."""

from functools import cache

from lxml import etree

from jiping.formats.docx.markup import element, q
from jiping.formats.docx.package import fixed_member

FACE_SIDES = ("ascii", "hAnsi", "eastAsia", "cs")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def run(text: str, style: str) -> etree._Element:
    """Return a run of `text` in the face of paragraph style `style`; a newline is a soft line break."""
    result = element("r", fonts(style))
    for number, line in enumerate(text.split("\n")):
        if number:
            result.append(element("br"))
        piece = element("t", text=line)
        piece.set(SPACE, "preserve")
        result.append(piece)
    return result


def fonts(style: str) -> etree._Element:
    """Return the run properties that name the faces of a style."""
    return element("rPr", element("rFonts", **_faces()[style]))


@cache
def _faces() -> dict[str, dict[str, str]]:
    styles = etree.fromstring(fixed_member("word/styles.xml"))
    return {
        style.get(q("styleId"), ""): {side: faces.get(q(side), "") for side in FACE_SIDES}
        for style in styles.iter(q("style"))
        for faces in style.iter(q("rFonts"))
    }
