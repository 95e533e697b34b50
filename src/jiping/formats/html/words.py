"""The words of a web page as a browser shows them: white space, line breaks, ticks, and what is not shown at all.

A source text is the text as written in which a form feed stands wherever a line must end.
"""

import re

from lxml import etree

BLOCKS = frozenset((
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "hr", "pre", "blockquote",
    "body", "html", "section", "article", "header", "footer", "main", "aside", "nav", "address", "center", "form",
    "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "details", "summary", "figure", "figcaption", "fieldset",
))  # fmt: skip
_UNSEEN = frozenset(
    ("head", "script", "style", "template", "noscript", "del", "object", "iframe", "svg", "select", "textarea")
)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SPACES = re.compile("[ \t\r\n\f]+")


def shown(source: str) -> str:
    """Return what a browser shows of a source text."""
    lines = (_SPACES.sub(" ", line).strip(" ") for line in source.split("\f"))
    return "\n".join(line.replace("\u00a0", " ").replace("\u200b", "") for line in lines).strip()


def source_of(element: etree._Element) -> str:
    """Return the source text below an element."""
    if is_unseen(element):
        return ""
    inside = plain(element.text) + "".join(source_of(child) + plain(child.tail) for child in element)
    if element.tag in {"td", "th"}:
        return f"{inside} "
    return f"\f{inside}\f" if element.tag in BLOCKS else sign(element) + inside


def is_unseen(element: etree._Element) -> bool:
    """Tell whether a browser shows nothing of an element: comments, scripts, deleted and hidden text."""
    tag = element.tag
    return not isinstance(tag, str) or tag in _UNSEEN or _HIDDEN.search(element.get("style", "")) is not None


def sign(element: etree._Element) -> str:
    """Return what an element itself adds to the text."""
    if element.tag == "br":
        return "\f"
    if element.tag == "input" and element.get("type", "").lower() in {"checkbox", "radio"}:
        return "☑" if element.get("checked") is not None else "☐"
    return ""


def plain(text: str | None) -> str:
    """Return a text node as part of a source text."""
    return (text or "").replace("\f", " ")
