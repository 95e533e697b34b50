"""Days, months and moments as clerks write them: 2024-1-5, 20240105, 2024年1月5日, or the serial of a spreadsheet."""

import ibis
from ibis.expr.types import DateValue, StringValue, TimestampValue

from jiping.datasets.written.plain import narrow, otherwise, part

_YEAR, _CLOCK = r"((?:19|20)\d{2})", r"(?:\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?"
_DAY = rf"^{_YEAR}\s*[-/.年]\s*(\d{{1,2}})\s*[-/.月]\s*(\d{{1,2}})\s*日?(?:[ T]\s*{_CLOCK})?$"
_DAY_IN_DIGITS = rf"^{_YEAR}(\d{{2}})(\d{{2}})$"
_MONTH = rf"^{_YEAR}\s*[-/.年]?\s*(\d{{1,2}})月?$"
_SERIAL = r"^([2-7]\d{4})(?:\.0+)?$"
_MOMENT = rf"^{_YEAR}[-/.年](\d{{1,2}})[-/.月](\d{{1,2}})日?[ T](\d{{1,2}}:\d{{2}}(?::\d{{2}})?)(?:\.\d+)?$"
_MOMENT_IN_DIGITS = r"^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$"
_ISO_LENGTH, _MOMENT_LENGTH = len("2024-01-05"), len("2024-01-05 09:30:00")
_FIRST, _LAST = ibis.date("1900-01-01"), ibis.date("2099-12-31")
_SERIAL_BEGINS = ibis.date("1899-12-30")


def date(text: StringValue) -> DateValue:
    """Return the day; a time of day beside it is left out."""
    return otherwise(iso_date(text), _spelled(narrow(text)))


def _spelled(text: StringValue) -> DateValue:
    serial = part(text, _SERIAL, 1).try_cast("int64")
    from_serial: DateValue = (_SERIAL_BEGINS + serial.as_interval("D")).cast("date")
    found: DateValue = ibis.coalesce(_day(text, _DAY), _day(text, _DAY_IN_DIGITS), from_serial)
    return found


def month(text: StringValue) -> DateValue:
    """Return the first day of the month; a whole date must be that day, or it would not be a month."""
    usual = ibis.ifelse(text.length() == 6, text.substr(0, 4) + "-" + text.substr(4, 2) + "-01", text + "-01")
    return otherwise(iso_date(usual), _spelled_month(narrow(text)))


def _spelled_month(text: StringValue) -> DateValue:
    stated = (part(text, _MONTH, 1) + "-" + part(text, _MONTH, 2).lpad(2, "0") + "-01").try_cast("date")
    day = _spelled(text)
    found: DateValue = ibis.coalesce(stated, ibis.ifelse(day.day() == 1, day, ibis.null("date")))
    return found


def time(text: StringValue) -> TimestampValue:
    """Return the moment; a day without a time of day is none."""
    usual = ibis.ifelse(text.length() == _MOMENT_LENGTH, text.try_cast("timestamp"), ibis.null("timestamp"))
    sound = usual.date().between(_FIRST, _LAST)
    return otherwise(ibis.ifelse(sound, usual, ibis.null("timestamp")), _spelled_moment(narrow(text)))


def _spelled_moment(text: StringValue) -> TimestampValue:
    day = ibis.coalesce(_day(text, _MOMENT), _day(text, _MOMENT_IN_DIGITS)).cast("string")
    clock = part(text, _MOMENT, 4)
    hours, minutes, seconds = (part(text, _MOMENT_IN_DIGITS, group) for group in (4, 5, 6))
    hour = ibis.coalesce(clock, hours + ":" + minutes + ":" + seconds)
    full = ibis.ifelse(hour.re_search(r"^\d{1,2}:\d{2}$"), hour + ":00", hour)
    found: TimestampValue = (day + " " + full.lpad(8, "0")).try_cast("timestamp")
    return found


def iso_date(text: StringValue) -> DateValue:
    """Return a day written 2024-01-05, cheaply."""
    day = ibis.ifelse(text.length() == _ISO_LENGTH, text.try_cast("date"), ibis.null("date"))
    found: DateValue = ibis.ifelse(day.between(_FIRST, _LAST), day, ibis.null("date"))
    return found


def _day(text: StringValue, pattern: str) -> DateValue:
    year, *rest = (part(text, pattern, group) for group in (1, 2, 3))
    found: DateValue = (year + "-" + rest[0].lpad(2, "0") + "-" + rest[1].lpad(2, "0")).try_cast("date")
    return found
