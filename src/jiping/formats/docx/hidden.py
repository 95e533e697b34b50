"""Hidden words of WordprocessingML (`w:vanish`) and hidden table rows: nobody sees them on the page, so they are not read."""

from lxml import etree

from jiping.formats.docx.markup import q

_PROPERTIES, _VANISH, _HIDDEN, _RUN, _TEXT, _ROW_PROPERTIES = map(q, ("rPr", "vanish", "hidden", "r", "t", "trPr"))
_VALUE = q("val")
_OFF = {"0", "false", "off"}
_SHOWN = 30  # characters; enough to find the words by


def take_out_hidden(root: etree._Element) -> None:
    """Remove the runs of text that have been made invisible: few files have any, so no run is asked one by one."""
    for mark in [each for each in root.iter(_VANISH) if is_on(each)]:
        properties, run, holder = (*mark.iterancestors(), None, None, None)[:3]
        if properties is None or run is None or holder is None:
            continue
        if properties.tag == _PROPERTIES and run.tag == _RUN and run[0] is properties:
            holder.remove(run)


def hidden_words(body: etree._Element) -> str:
    """Return the beginning of what is hidden, empty where nothing is."""
    marks = (each for each in body.iter(_VANISH, _HIDDEN) if is_on(each))
    words = "".join(str(text.text or "") for each in marks for text in _texts_under(each)).strip()
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}……"


def is_on(mark: etree._Element | None) -> bool:
    """Tell whether a property that is either on or off is there and on."""
    return mark is not None and mark.get(_VALUE, "1") not in _OFF


def _texts_under(mark: etree._Element) -> list[etree._Element]:
    """Return the texts that a mark hides; the mark of a paragraph's end hides none."""
    properties, owner = (*mark.iterancestors(), None, None)[:2]
    if properties is None or owner is None or not (owner.tag == _RUN or properties.tag == _ROW_PROPERTIES):
        return []
    return list(owner.iter(_TEXT))
