"""What a date cell shows under its number format."""

import re
from datetime import date, datetime, time

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|(y+|m+|d+|h+|s+)|(.)', re.IGNORECASE)


def shown_date(value: date | datetime | time, code: str) -> str:
    """Return the date as the sheet shows it; a code without any date letter falls back to the ISO form."""
    section = code.split(";", maxsplit=1)[0]
    moment = value if isinstance(value, datetime) else _moment(value)
    shown = ""
    for quoted, escaped, letters, other in _TOKEN.findall(section):
        if not letters:
            shown += quoted or escaped or ("" if other in "@_*" else other)
            continue
        kind = letters[0].lower()
        shown += _piece(moment, "minute" if kind == "m" and _is_minute(section, shown, letters) else kind, len(letters))
    return shown if re.search(r"\d", shown) else moment.date().isoformat()


def _moment(value: date | time) -> datetime:
    return datetime.combine(value, time()) if isinstance(value, date) else datetime.combine(date.min, value)


def _is_minute(section: str, shown: str, letters: str) -> bool:
    return ":" in shown or re.search(rf"h+[^a-z]*{letters}", section, re.IGNORECASE) is not None


def _piece(moment: datetime, kind: str, length: int) -> str:
    if kind == "y":
        return f"{moment.year:04d}" if length > 2 else f"{moment.year % 100:02d}"
    number = {"m": moment.month, "d": moment.day, "h": moment.hour, "minute": moment.minute, "s": moment.second}[kind]
    return f"{number:02d}" if length == 2 else str(number)
