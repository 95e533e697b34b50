"""A site of its own for one test, kept by the program as people keep theirs."""

import subprocess
import sys
from pathlib import Path

ADMINISTRATORS = "sys1,甲,Abcdef-2345-x\nsec1,乙,Abcdef-2345-y\naud1,丙,Abcdef-2345-z\n"
_PATH = "/usr/bin:/bin:/usr/local/bin"


def jiping(*words: str | Path, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run `jiping` with these words, `typed` on its standard input."""
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "jiping", *map(str, words)],
        capture_output=True,
        text=True,
        input=typed,
        check=False,
        env={"PATH": _PATH, "COLUMNS": "140", "LC_ALL": "C.UTF-8"},
    )


def founded(folder: Path, *words: str) -> Path:
    """Return the settings file of a fresh site."""
    done = jiping("init", folder, "--unit", "如皋市财政局", *words, typed=ADMINISTRATORS)
    assert done.returncode == 0, done.stderr
    return folder / "config.toml"
