"""What a date cell shows under its number format."""

import re
from datetime import date, datetime, time

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|(y+|m+|d+|h+|s+)|(.)', re.IGNORECASE)


def shown_date(value: date | datetime | time, code: str) -> str:
    """Return the date as the sheet shows it; a code without any date letter falls back to the ISO form."""
    section = code.split(";", maxsplit=1)[0]
    moment = value if isinstance(value, datetime) else _moment(value)
    tokens = _TOKEN.findall(section)
    kinds = [letters[0].lower() for _, _, letters, _ in tokens if letters]
    shown, met = "", 0
    for quoted, escaped, letters, other in tokens:
        if letters:
            shown += _piece(moment, _kind(kinds, met), len(letters))
            met += 1
        else:
            shown += quoted or escaped or ("" if other in "@_*" else other)
    return shown if re.search(r"\d", shown) else moment.date().isoformat()


def _moment(value: date | time) -> datetime:
    return datetime.combine(value, time()) if isinstance(value, date) else datetime.combine(date.min, value)


def _kind(kinds: list[str], at: int) -> str:
    """Return what a run of letters means: an m after hours or before seconds is minutes, else a month."""
    is_minute = kinds[at] == "m" and (kinds[at - 1 : at] == ["h"] or kinds[at + 1 : at + 2] == ["s"])
    return "minute" if is_minute else kinds[at]


def _piece(moment: datetime, kind: str, length: int) -> str:
    if kind == "y":
        return f"{moment.year:04d}" if length > 2 else f"{moment.year % 100:02d}"
    number = {"m": moment.month, "d": moment.day, "h": moment.hour, "minute": moment.minute, "s": moment.second}[kind]
    return f"{number:02d}" if length == 2 else str(number)
