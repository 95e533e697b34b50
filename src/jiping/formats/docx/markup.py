"""Names of WordprocessingML and the lengths it counts in."""

from fractions import Fraction

from lxml import etree
from lxml.builder import ElementMaker

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {"w": W, "r": R}

E = ElementMaker(namespace=W, nsmap=NAMESPACES)


def q(name: str) -> str:
    """Return the qualified name of a w: element or attribute."""
    return f"{{{W}}}{name}"


def element(name: str, **attributes: object) -> etree._Element:
    """Return an empty w: element with w: attributes."""
    return E(name, {q(key): str(value) for key, value in attributes.items()})


def twips(millimetres: int | Fraction) -> int:
    """Return a length in twentieths of a point, rounded."""
    return round(Fraction(millimetres) * 1440 * 5 / 127)
