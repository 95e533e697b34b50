"""`make bundle`: everything an office PC without a network needs, in one archive: wheels by the lock, and one command.

The wheels are those of the machine this runs on: make the bundle on a machine of the kind it is for. Every wheel is
held against the hash in the lock when it is fetched, and once more when it is installed.
"""

import hashlib
import platform
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / ".venv" / "bin" / "python"
OUT = ROOT / "out" / "bundle"
INSTALL = """\
#!/bin/sh
# 离线安装绩评：sh install.sh [文件夹]，默认装到当前文件夹的 jiping/。不需要网络，也不需要管理员权限。
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "${1:-jiping}"
target=$(cd "${1:-jiping}" && pwd)
cd "$here"
python=$(command -v python3.11 || command -v python3) || { echo "没有找到 Python 3.11。"; exit 2; }
"$python" -m venv --without-pip "$target"
pip=$(echo wheels/pip-*.whl)
"$python" "$pip/pip" --python "$target/bin/python" --disable-pip-version-check install --quiet --no-index --no-deps \\
    --require-hashes -r wheels.txt
"$target/bin/jiping" --version
echo "装好了。打开演示：$target/bin/jiping serve"
"""


def main() -> None:
    """Fetch, build and pack; print the archive's name, size and digest."""
    shutil.rmtree(OUT, ignore_errors=True)
    name = f"jiping-{platform.system().lower()}-{platform.machine()}-py{sys.version_info.major}{sys.version_info.minor}"
    folder = OUT / name
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    pip("download", "--no-deps", "--require-hashes", "-r", ROOT / "lock" / "run.txt", "-d", wheels)
    pip("wheel", "--no-deps", "--no-build-isolation", "-w", wheels, ROOT)
    pip("download", "--no-deps", "-d", wheels, f"pip=={pinned_pip()}")
    (folder / "wheels.txt").write_text("\n".join(requirements(wheels)) + "\n", encoding="utf-8")
    (folder / "install.sh").write_text(INSTALL, encoding="utf-8")
    (folder / "install.sh").chmod(0o755)
    archive = OUT / f"{name}.tar"  # wheels are compressed already
    with tarfile.open(archive, "w") as tar:
        tar.add(folder, name)
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    archive.with_suffix(".tar.sha256").write_text(f"{digest}  {archive.name}\n", encoding="ascii")
    print(f"{archive.relative_to(ROOT)}：{archive.stat().st_size // 2**20} MB，SHA-256 {digest}")


def requirements(wheels: Path) -> list[str]:
    """Return one line a wheel, by file and hash: nothing else can be installed in its place."""
    return [
        f"./wheels/{each.name} --hash=sha256:{hashlib.sha256(each.read_bytes()).hexdigest()}"
        for each in sorted(wheels.glob("*.whl"))
        if not each.name.startswith("pip-")
    ]


def pinned_pip() -> str:
    """Return the version of pip the lock names."""
    return (ROOT / "lock" / "pip.txt").read_text().split()[0].split("-")[1]


def pip(*words: str | Path) -> None:
    """Run the environment's pip quietly."""
    subprocess.run([PYTHON, "-m", "pip", "--quiet", "--disable-pip-version-check", *map(str, words)], check=True)


if __name__ == "__main__":
    main()
