"""Signs of symbol fonts that stand for a character everybody has: ticks, boxes, circles."""

_WINGDINGS = {
    "F0FE": "☑", "F0FD": "☒", "F0A8": "☐", "F06F": "☐", "F0A3": "☐", "F0FC": "√", "F0FB": "×", "F06C": "●", "F0A1": "○",
}  # fmt: skip
_WINGDINGS_2 = {
    "F052": "☑", "F053": "☒", "F054": "☒", "F0A3": "☐", "F02A": "☐", "F050": "√", "F04F": "×", "F098": "●", "F099": "○",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_SYMBOL = {"F0B3": "≥", "F0A3": "≤", "F0B1": "±", "F0B4": "×", "F0B8": "÷", "F0B9": "≠", "F0D6": "√", "F0B0": "°"}


def symbol(font: str, code: str) -> str:
    """Return the character for a sign, `□` for one nobody can name."""
    signs = _FONTS.get(font.lower(), _SYMBOL)
    return signs.get(code.upper().rjust(4, "0").replace("00", "F0", 1) if len(code) < 4 else code.upper(), "□")
