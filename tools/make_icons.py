"""Write the icon sprite from an unpacked `@tabler/icons` package: `make_icons.py FOLDER`. Only maintainers need it."""

import re
import sys
from pathlib import Path

SPRITE = Path(__file__).resolve().parent.parent / "src/jiping/web/ui/static/ui/icons.svg"
NAMES = [
    "adjustments",
    "alert-circle",
    "alert-triangle",
    "arrow-right",
    "bell",
    "building",
    "calendar",
    "chart-bar",
    "check",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "circle-check",
    "circle-dashed",
    "circle-x",
    "clipboard-check",
    "clock",
    "coin",
    "corner-up-left",
    "database",
    "device-mobile",
    "download",
    "edit",
    "external-link",
    "eye",
    "file-spreadsheet",
    "file-text",
    "filter",
    "flag",
    "gauge",
    "git-compare",
    "help",
    "history",
    "inbox",
    "info-circle",
    "key",
    "link",
    "list-check",
    "lock",
    "logout",
    "message-circle",
    "paperclip",
    "player-pause",
    "player-play",
    "plus",
    "printer",
    "qrcode",
    "receipt",
    "refresh",
    "search",
    "send",
    "settings",
    "shield-check",
    "square",
    "target",
    "tool",
    "trash",
    "upload",
    "user",
    "users",
    "world",
    "x",
]
_SHAPE = re.compile(r"<(?:path|circle|rect|line|polyline|ellipse)\b[^>]*/>")


def main(package: Path) -> None:
    """Take the drawn shapes of each named icon; stroke and size come from our own stylesheet."""
    symbols = []
    for name in NAMES:
        source = (package / "icons" / "outline" / f"{name}.svg").read_text(encoding="utf-8")
        shapes = "".join(each for each in _SHAPE.findall(source) if 'stroke="none"' not in each)
        symbols.append(f'<symbol id="{name}" viewBox="0 0 24 24">{shapes}</symbol>')
    licence = "<!-- Tabler Icons, MIT licence, https://tabler.io/icons, Copyright (c) 2020-2026 Paweł Kuna -->"
    SPRITE.write_text(
        f'{licence}\n<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
