"""What every file of a run begins with: the page that never changes, the fonts, what the file says about itself."""

from copy import copy
from dataclasses import dataclass
from functools import lru_cache

from jiping.statements.alphabet import Alphabet
from jiping.statements.faces import main_face, rare_face
from jiping.statements.fields import Colour
from jiping.statements.figures import figures
from jiping.statements.metadata import metadata
from jiping.statements.page_form import PALETTE, STILL
from jiping.statements.pdf_file import HEADER
from jiping.statements.pdf_fonts import add_figures, add_letters
from jiping.statements.pdf_objects import CATALOG, PAGES, RESOURCES, Objects, numbered, numbers
from jiping.statements.still import Still, add_still
from jiping.statements.template import Template
from jiping.statements.text_places import FIGURES, LETTERS, RARE


@dataclass(frozen=True, slots=True)
class Opening:
    """`written` bytes and where in them each object begins; catalog and page root come last, `root_entries` in the latter."""

    written: bytes
    places: list[int]
    catalog: bytes
    root_entries: bytes
    height: float


def opening(template: Template, alphabet: Alphabet) -> Opening:
    """Return the beginning of the files of a run."""
    objects, still, figure_font = _unchanging(template)
    objects = Objects(copy(objects.bodies))
    fonts = {FIGURES: figure_font, LETTERS: add_letters(objects, main_face(), alphabet.main)}
    if alphabet.rare:
        fonts[RARE] = add_letters(objects, rare_face(), alphabet.rare)
    named = b"".join(b"/%b %d 0 R" % (name, font) for name, font in sorted(fonts.items()))
    objects.set(
        RESOURCES,
        b"<</Font<<%b>>/XObject<</%b %d 0 R>>/ColorSpace<</%b%b>>>>"
        % (named, STILL, still.form, PALETTE, _indexed(template.palette)),
    )
    about = objects.add(metadata(f"{template.facts.year} 年度个人权益记录对账单"))
    catalog = (
        b"<</Type/Catalog/Pages %d 0 R/Metadata %d 0 R/OutputIntents[%d 0 R]/Lang(zh-CN)"
        b"/ViewerPreferences<</PrintScaling/None>>>>" % (PAGES, about, still.intent)
    )
    entries = b"/MediaBox[0 0 %b]/Resources %d 0 R" % (numbers((still.width, still.height)), RESOURCES)
    written, places = _laid(objects)
    return Opening(written, places, catalog, entries, still.height)


@lru_cache(maxsize=4)
def _unchanging(template: Template) -> tuple[Objects, Still, int]:
    """Return what a template brings, whoever it is printed for; copied before anything is added."""
    objects = Objects()
    still = add_still(objects, template.page)
    return objects, still, add_figures(objects, figures())


def _indexed(palette: tuple[Colour, ...]) -> bytes:
    """Return a colour space of the colours listed (8.6.6.3)."""
    colours = palette or ((0, 0, 0),)
    return b"[/Indexed/DeviceRGB %d<%b>]" % (len(colours) - 1, b"".join(bytes(each) for each in colours).hex().encode())


def _laid(objects: Objects) -> tuple[bytes, list[int]]:
    written, places = bytearray(HEADER), []
    for number, body in enumerate(objects.bodies, start=1):
        places.append(len(written))
        if number not in {CATALOG, PAGES}:
            written += numbered(number, body)
    return bytes(written), places
