"""One colour a meaning, the same in workbook and page; a word always stands beside it."""

from enum import Enum

from jiping.domain.finding import Severity


class Tone(Enum):
    """Text colour and tint; vermilion is kept for what must be mended, grey for what no longer counts."""

    PLAIN = ("#18222F", "#FFFFFF")
    BLOCK = ("#A82A20", "#FDF1EF")
    WARN = ("#8A5200", "#FFF8EA")
    HINT = ("#17498F", "#EDF4FC")
    QUIET = ("#5F6D80", "#F8FAFC")

    @property
    def text(self) -> str:
        return self.value[0]

    @property
    def tint(self) -> str:
        return self.value[1]


_SEVERITIES = {Severity.BLOCK: Tone.BLOCK, Severity.WARN: Tone.WARN, Severity.HINT: Tone.HINT}
_STEPS = (Tone.BLOCK, Tone.BLOCK, Tone.WARN)


def tone_of(severity: Severity) -> Tone:
    return _SEVERITIES[severity]


def tone_of_band(band: str, bands: tuple[str, ...]) -> Tone:
    """Return the tone of a risk band: the two gravest red, the next amber, the rest quiet."""
    at = bands.index(band)
    return _STEPS[at] if at < len(_STEPS) else Tone.QUIET
