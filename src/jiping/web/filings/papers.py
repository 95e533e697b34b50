"""The official document of a filing as it stands, in any format; the same bytes the command line writes."""

from jiping.formats.registry import writer_for
from jiping.use_cases.write import document
from jiping.web.filings.judged import Judged

MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


def paper(judged: Judged, kind: str) -> bytes:
    """Return the bytes of the document. Raises JipingError for a character no font can draw."""
    return writer_for(kind)(document(judged.evaluation))
