"""How the cells of a ledger look, by name."""

from jiping.reports.batch.tone import Tone


def look(name: str, tone: Tone) -> dict[str, object]:
    """Return the format of a cell called `name`, in the colours of `tone`."""
    tint = {} if tone is Tone.PLAIN else {"font_color": tone.text, "bg_color": tone.tint, "bold": True}
    return {**_SHARED, **_LOOKS[name], **tint}


_SHARED: dict[str, object] = {"font_name": "Microsoft YaHei", "font_size": 10, "font_color": Tone.PLAIN.text}
_CELL: dict[str, object] = {"border": 1, "border_color": "#D5DCE5", "valign": "top"}
_LOOKS: dict[str, dict[str, object]] = {
    "title": {"font_size": 16, "bold": True, "font_color": "#12305A", "valign": "vcenter"},
    "note": {"font_color": "#5F6D80", "valign": "vcenter"},
    "caption": {"font_size": 11, "bold": True, "font_color": "#12305A"},
    "head": {**_CELL, "bold": True, "bg_color": "#E6EBF1", "valign": "vcenter", "text_wrap": True},
    "text": {**_CELL, "text_wrap": True},
    "center": {**_CELL, "align": "center"},
    "number": {**_CELL, "align": "right", "num_format": "#,##0.######_ ;-#,##0.######_ "},
    "score": {**_CELL, "align": "right", "num_format": "#,##0.00_ ", "bold": True},
    "link": {**_CELL, "text_wrap": True, "font_color": "#1F5FB4", "underline": 1},
    "total": {**_CELL, "align": "right", "bold": True, "font_size": 14},
}
