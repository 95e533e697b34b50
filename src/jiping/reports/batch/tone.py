"""One colour a meaning, the same in workbook and page; a word always stands beside it."""

from enum import Enum

from jiping.domain.finding import Severity


class Tone(Enum):
    """Text, tint and bar colours; vermilion is kept for what must be mended, grey for what no longer counts."""

    PLAIN = ("#18222F", "#FFFFFF", "#3C4858")
    BLOCK = ("#A82A20", "#FDF1EF", "#C43A2E")
    WARN = ("#8A5200", "#FFF8EA", "#D9A441")
    HINT = ("#17498F", "#EDF4FC", "#8FB4E3")
    QUIET = ("#5F6D80", "#F8FAFC", "#B9C4D2")

    @property
    def text(self) -> str:
        return self.value[0]

    @property
    def tint(self) -> str:
        return self.value[1]

    @property
    def bar(self) -> str:
        return self.value[2]


_SEVERITIES = {Severity.BLOCK: Tone.BLOCK, Severity.WARN: Tone.WARN, Severity.HINT: Tone.HINT}
_STEPS = (Tone.BLOCK, Tone.BLOCK, Tone.WARN)


def tone_of(severity: Severity) -> Tone:
    return _SEVERITIES[severity]


def tone_of_band(band: str, bands: tuple[str, ...]) -> Tone:
    """Return the tone of a risk band: the two gravest red, the next amber, the rest quiet."""
    at = bands.index(band)
    return _STEPS[at] if at < len(_STEPS) else Tone.QUIET
