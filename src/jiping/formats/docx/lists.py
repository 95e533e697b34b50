"""Where automatic numbers are defined: the lists of numbering.xml and the styles that use them."""

from collections.abc import Mapping
from zipfile import ZipFile

from lxml import etree

from jiping.formats.docx.markup import q
from jiping.formats.docx.numbering import Level, ListLevel, Numbering, list_level, value_of
from jiping.formats.xml import parse_xml


def numbering_of(package: ZipFile, name: str) -> Numbering:
    """Return the lists defined in a package; without a definition no paragraph has a number."""
    if "word/numbering.xml" not in package.namelist():
        return Numbering()
    root = parse_xml(package.read("word/numbering.xml"), name)
    levels = {
        each.get(q("abstractNumId"), ""): {_index(level): _level(level) for level in each.iterfind(q("lvl"))}
        for each in root.iterfind(q("abstractNum"))
    }
    definitions = {each.get(q("numId"), ""): value_of(each, "abstractNumId") for each in root.iterfind(q("num"))}
    restarts = {
        each.get(q("numId"), ""): {
            _index(override): int(start)
            for override in each.iterfind(q("lvlOverride"))
            if (start := value_of(override, "startOverride")).isdigit()
        }
        for each in root.iterfind(q("num"))
    }
    return Numbering(levels, definitions, restarts, _styles(package, name))


def _styles(package: ZipFile, name: str) -> dict[str, ListLevel]:
    if "word/styles.xml" not in package.namelist():
        return {}
    root = parse_xml(package.read("word/styles.xml"), name)
    styles = {each.get(q("styleId"), ""): each for each in root.iterfind(q("style"))}
    found = {each: _style_list(each, styles, len(styles)) for each in styles}
    return {each: numbered for each, numbered in found.items() if numbered is not None}


def _style_list(name: str, styles: Mapping[str, etree._Element], steps: int) -> ListLevel | None:
    """Return the list of a style or of the style it is based on; `steps` ends a circle."""
    style = styles.get(name)
    if style is None or not steps:
        return None
    own = style.find(f"{q('pPr')}/{q('numPr')}")
    if own is not None and own.find(q("numId")) is not None:
        return list_level(own, None)
    inherited = _style_list(value_of(style, "basedOn"), styles, steps - 1)
    return list_level(own, inherited) if own is not None else inherited


def _level(source: etree._Element) -> Level:
    start = value_of(source, "start")
    gap = " " if value_of(source, "suff") == "space" else ""
    return Level(
        int(start) if start.isdigit() else 1, value_of(source, "numFmt") or "decimal", value_of(source, "lvlText"), gap
    )


def _index(source: etree._Element) -> int:
    stated = source.get(q("ilvl"), "0")
    return int(stated) if stated.isdigit() else 0
