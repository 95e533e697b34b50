"""Make `.venv` from the lock files with nothing but a bare Python 3.11: `bootstrap.py run|dev|bench`.

Debian splits `ensurepip` off its Python, so where it is missing, pip itself is fetched from the registry by its
pinned hash. A stamp file makes the second call a no-op.
"""

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import urllib.request
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCKS = {"run": ["run"], "dev": ["dev"], "bench": ["dev", "bench"]}
OLDEST = (3, 11)


def main(profile: str) -> None:
    """Bring `.venv` to the state the lock files of `profile` describe."""
    if sys.version_info < OLDEST:
        sys.exit("需要 Python 3.11 或更新版本 / Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11 demo")
    files = [ROOT / "lock" / f"{name}.txt" for name in LOCKS[profile]]
    state = hashlib.sha256(b"".join(path.read_bytes() for path in (*files, ROOT / "pyproject.toml"))).hexdigest()
    stamp = VENV / f".installed-{profile}"
    if stamp.exists() and stamp.read_text() == state:
        return
    if not PYTHON.exists():
        create()
    print(f"正在按锁定文件安装（{profile}）…", flush=True)
    for path in files:
        pip("--require-hashes", "--no-deps", "-r", str(path))
    pip("--no-deps", "--no-build-isolation", "-e", str(ROOT))
    stamp.write_text(state)


def create() -> None:
    """Create the environment, with pip from the standard library where it is there, else from the registry."""
    has_pip = importlib.util.find_spec("ensurepip") is not None
    venv.create(VENV, with_pip=has_pip, symlinks=True)
    if not has_pip:
        with tempfile.TemporaryDirectory() as folder:
            wheel = fetch_pip(Path(folder))
            subprocess.run([PYTHON, f"{wheel}/pip", "install", "--quiet", "--no-index", wheel], check=True)


def fetch_pip(folder: Path) -> Path:
    """Download the pinned pip wheel from the package registry and prove it by its hash."""
    pinned, digest = (ROOT / "lock" / "pip.txt").read_text().split()
    index = os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple").rstrip("/")
    request = urllib.request.Request(f"{index}/pip/", headers={"Accept": "application/vnd.pypi.simple.v1+json"})
    with urllib.request.urlopen(request) as answer:
        files = json.load(answer)["files"]
    (url,) = [each["url"] for each in files if each["filename"] == pinned]
    with urllib.request.urlopen(url) as answer:
        content = answer.read()
    if hashlib.sha256(content).hexdigest() != digest:
        sys.exit(f"{pinned} does not match its pinned hash; nothing was installed")
    wheel = folder / pinned
    wheel.write_bytes(content)
    return wheel


def pip(*words: str) -> None:
    """Install quietly; the registry settings of the machine apply."""
    subprocess.run(
        [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--root-user-action=ignore", *words],
        check=True,
    )


if __name__ == "__main__":
    main(sys.argv[1])
