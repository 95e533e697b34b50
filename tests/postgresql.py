"""A PostgreSQL server of our own, which vanishes afterwards; `python -m postgresql WORDS…` runs words beside one.

A machine without the server's programs skips with the reason; CI=true makes it a failure.
"""

import os  # noqa: TID251 - CI must have a server, a desk need not
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

PROGRAMS = ("initdb", "pg_ctl")
MUST = os.environ.get("CI") == "true"
MISSING = "没有安装 PostgreSQL 服务器：请运行 sh tools/system_packages.sh"


class NoServer(Exception):
    """The programs of the server are not on this machine."""


def program(name: str) -> str | None:
    """Return where a program of the server is; Debian keeps them out of the path."""
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(installed[-1]) if installed else shutil.which(name)


def run(*words: str) -> None:
    """Run a program of the server, which refuses to be run by root, as its own account."""
    account = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    subprocess.run([*account, *words], check=True, capture_output=True)  # noqa: S603 - found above


@contextmanager
def server() -> Iterator[str]:
    """Yield the address of a fresh server. Raises NoServer where there is none."""
    found = {name: program(name) for name in PROGRAMS}
    if not all(found.values()):
        raise NoServer(MISSING)
    with TemporaryDirectory(prefix="pg-", dir="/tmp") as name:  # a socket's path is short
        folder = Path(name)
        folder.chmod(0o777)
        data = str(folder / "data")
        run(str(found["initdb"]), "-D", data, "-U", "jiping", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        listen = f"-k {name} -c listen_addresses=''"
        run(str(found["pg_ctl"]), "-D", data, "-w", "-o", listen, "-l", f"{name}/log", "start")
        try:
            yield f"postgresql://jiping@/postgres?host={name}"
        finally:
            run(str(found["pg_ctl"]), "-D", data, "-m", "immediate", "stop")


def main(words: list[str]) -> int:
    """Run `words` with JIPING_TEST_DATABASE naming a fresh server, and return its exit code."""
    try:
        with server() as address:
            told = os.environ | {"JIPING_TEST_DATABASE": address}
            return subprocess.run(words, env=told, check=False).returncode  # noqa: S603 - the Makefile's own words
    except NoServer as reason:
        print(reason)  # noqa: T201 - a skip is told
        return int(MUST)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
