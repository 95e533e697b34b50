"""Rich text, converted by LibreOffice."""

from functools import partial

from jiping.formats.office import convert_by_office

MAGIC = (b"{\\rtf",)
CONVERTS_TO = "docx"

convert = partial(convert_by_office, suffix="rtf", to=CONVERTS_TO)
