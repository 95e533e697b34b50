"""Names of WordprocessingML and the lengths it counts in."""

from fractions import Fraction

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {"w": W, "r": R}


def q(name: str) -> str:
    """Return the qualified name of a w: element or attribute."""
    return f"{{{W}}}{name}"


def element(name: str, *children: etree._Element, text: str | None = None, **attributes: object) -> etree._Element:
    """Return a w: element with w: attributes, a text and children."""
    result = etree.Element(q(name), {q(key): str(value) for key, value in attributes.items()}, nsmap=NAMESPACES)
    result.text = text
    result.extend(children)
    return result


def twips(millimetres: int | Fraction) -> int:
    """Return a length in twentieths of a point, rounded."""
    return round(Fraction(millimetres) * 1440 * 5 / 127)
