"""Draw the README's pictures from a run of the demo; needs poppler's pdftoppm. `make pictures` calls it."""

import re
import subprocess
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from jiping.cli.sheets import demo_sheet
from jiping.use_cases.demo import demo

OUT = Path(__file__).parents[1] / "docs" / "images"
WEB_FONT = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)  # the picture must not fetch anything
LAST_PAGE = ["-r", "110", "-f", "3", "-l", "3", "-png", "-singlefile", "-gray"]


def main() -> None:
    """Write docs/images/demo.svg and docs/images/score-sheet.png."""
    OUT.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        done = demo(Path(folder), tell=lambda _: None)
        screen = Console(record=True, width=84, file=StringIO())
        screen.print(demo_sheet(done))
        (OUT / "demo.svg").write_text(WEB_FONT.sub("", screen.export_svg(title="make demo")), encoding="utf-8")
        (sheet,) = [path for path in done.documents if path.name.startswith("01-") and path.suffix == ".pdf"]
        subprocess.run(["pdftoppm", *LAST_PAGE, sheet, OUT / "score-sheet"], check=True)


if __name__ == "__main__":
    main()
