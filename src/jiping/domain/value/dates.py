"""Dates and periods as deadlines are written: 2023年12月底前, 9月前, 1-12月, 2020年全年."""

import re
from calendar import monthrange
from datetime import date

from jiping.domain.value.kinds import Comparator, Value, ValueKind

_TO = "(?:-|—|–|~|至|到)"
_DONE = "[\u3400-\u9fff]{0,4}(?:完成|完工|竣工|建成|办结|到位|发放|交付|验收|启动|报送|投入使用)[\u3400-\u9fff]{0,4}"
_DATE = re.compile(
    r"(?:不晚于|不迟于|截至|截止|于|在|至)?"
    r"(?:([0-9]{4})年度?)?(?:([0-9]{1,2})月份?)?(?:([0-9]{1,2})[日号])?"
    r"(全年|年底|年末|底|末|上旬|中旬|下旬)?((?:之|以)?前|(?:之|以)?内)?"
    rf"(?:{_DONE}|(?:{_DONE}|[;,、])([0-9].*))?[。;,]?"
)
_NUMERIC = re.compile(r"([0-9]{4})([-./])([0-9]{1,2})\2([0-9]{1,2})(?:日|之?前|以前)?")
_MONTHS = re.compile(
    rf"(?:([0-9]{{4}})年)?[0-9]{{1,2}}月?(?:[0-9]{{1,2}}日)?{_TO}"
    r"(?:([0-9]{4})年)?([0-9]{1,2})月份?(?:([0-9]{1,2})日)?底?"
)
_YEARS = re.compile(rf"[0-9]{{4}}年?{_TO}([0-9]{{4}})年度?")
_LATEST = re.compile("不晚于|不迟于|截至|截止")
_ENDS = ("底", "末", "年底", "年末")
_FIGURE = re.compile("[0-9]+(?:[.][0-9]+)?")
_TEN_DAYS = {"上旬": "10", "中旬": "20"}


def read_date(text: str, plain: str) -> Value | None:
    """Return a date, told to the day, month or year, by its last day; a period by its end. An impossible day is None."""
    if "月" not in plain and "年" not in plain:
        return _read_numeric(text, plain)
    return _read_period(text, plain) or _read_day(text, plain)


def _read_period(text: str, plain: str) -> Value | None:
    found = _MONTHS.fullmatch(plain)
    if found is not None:
        first_year, last_year, month, day = found.groups()
        return _told(text, ValueKind.PERIOD, (last_year or first_year, month, day))
    found = _YEARS.fullmatch(plain)
    return found and _told(text, ValueKind.PERIOD, (found[1], None, None))


def _read_day(text: str, plain: str) -> Value | None:
    found = _DATE.fullmatch(plain)
    if found is None or not (found[1] or found[2]) or (found[3] and not found[2]):
        return None
    year, month, day, edge, before, rest = found.groups()
    if edge in _TEN_DAYS:
        day = _TEN_DAYS[edge]
    elif edge in _ENDS:
        month = month or "12"
    kind = ValueKind.PERIOD if edge == "全年" else ValueKind.DATE
    bound = Comparator.AT_MOST if before or edge in _ENDS or _LATEST.match(plain) else None
    return _told(text, kind, (year, month, day), bound, len(_FIGURE.findall(rest or "")))


def _read_numeric(text: str, plain: str) -> Value | None:
    found = _NUMERIC.fullmatch(plain)
    if found is None:
        return None
    bound = Comparator.AT_MOST if plain.endswith("前") else None
    return _told(text, ValueKind.DATE, (found[1], found[3], found[4]), bound)


def _told(
    text: str,
    kind: ValueKind,
    parts: tuple[str | None, str | None, str | None],
    bound: Comparator | None = None,
    extra: int = 0,
) -> Value | None:
    year, month, day = parts
    m = int(month or 12)
    if not 1 <= m <= 12:
        return None
    y = int(year) if year else 2000  # a leap year, so that 29 February without a year stands
    if y == 0:
        return None
    length = monthrange(y, m)[1]
    d = int(day or length)
    if not 1 <= d <= length:
        return None
    return Value(
        text,
        kind,
        bound,
        unit="日" if day else "月" if month else "年",
        day=date(y, m, d) if year else None,
        extra=extra,
        month_day=(m, d),
    )
