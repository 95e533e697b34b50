"""What never changes on a page, brought over into a file of ours: one form that every page shows (ISO 32000-1, 8.10)."""

from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import Any

import pikepdf

from jiping.statements.pdf_objects import Objects, packed, stream

_LEFT_BEHIND = {"/Parent", "/StructParents"}


@dataclass(frozen=True, slots=True)
class Still:
    """Numbers of the form and of the output intent (14.11.5); width and height of the page in points."""

    form: int
    intent: int
    width: float
    height: float


def add_still(objects: Objects, page: bytes) -> Still:
    """Add the page of a PDF as a form, with everything it needs."""
    with pikepdf.open(BytesIO(page)) as pdf:
        copied: dict[tuple[int, int], int] = {}
        form = pdf.make_indirect(pdf.pages[0].as_form_xobject())
        box = [float(side) for side in pdf.pages[0].mediabox]
        intent = pdf.Root.OutputIntents[0]
        return Still(_added(objects, form, copied), _added(objects, intent, copied), box[2] - box[0], box[3] - box[1])


def _added(objects: Objects, each: Any, copied: dict[tuple[int, int], int]) -> int:
    """Return the number of an indirect object in the new file; it is copied once."""
    known = each.objgen
    if known not in copied:
        copied[known] = objects.add()
        objects.set(copied[known], _body(objects, each, copied))
    return copied[known]


def _body(objects: Objects, each: Any, copied: dict[tuple[int, int], int]) -> bytes:
    if isinstance(each, pikepdf.Stream):
        raw = each.read_raw_bytes()
        entries = {key: value for key, value in each.items() if key not in {"/Length", *_LEFT_BEHIND}}
        told = b"".join(_entry(objects, key, value, copied) for key, value in sorted(entries.items()))
        return packed(raw, told) if "/Filter" in entries else stream(raw, told)
    return _direct(objects, each, copied)


def _written(objects: Objects, each: Any, copied: dict[tuple[int, int], int]) -> bytes:
    if isinstance(each, pikepdf.Object) and each.is_indirect:
        return b"%d 0 R" % _added(objects, each, copied)
    return _direct(objects, each, copied)


def _direct(objects: Objects, each: Any, copied: dict[tuple[int, int], int]) -> bytes:
    if isinstance(each, pikepdf.Dictionary):
        return b"<<%b>>" % b"".join(_entry(objects, key, value, copied) for key, value in sorted(each.items()))
    if isinstance(each, pikepdf.Array):
        return b"[%b]" % b" ".join(_written(objects, value, copied) for value in each)
    return each.unparse() if isinstance(each, pikepdf.Object) else _plain(each)


def _plain(each: bool | int | Decimal | None) -> bytes:
    """Return a value pikepdf has made Python's own."""
    if each is None:
        return b"null"
    return str(each).lower().encode()


def _entry(objects: Objects, key: str, value: Any, copied: dict[tuple[int, int], int]) -> bytes:
    return b"%b %b" % (pikepdf.Name(key).unparse(), _written(objects, value, copied))
