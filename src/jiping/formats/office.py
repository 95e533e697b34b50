"""Files of other office programs, converted by LibreOffice where it is installed.

LibreOffice reports success even when it wrote nothing, so the output is what counts. Every conversion has a profile of
its own, so that two at once do not wait for each other and no setting or macro of the user's takes part.
"""

import os  # noqa: TID251  a hung converter is a group of processes
import signal
import subprocess
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place

OLE = b"\xd0\xcf\x11\xe0"
PATIENCE_SECONDS = 90

_PROGRAMS = ("soffice", "libreoffice")
_COMMON_PATHS = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


def stream_sign(name: str) -> bytes:
    """Return the bytes by which a compound file names a stream in its directory."""
    return name.encode("utf-16-le") + b"\0\0"


def refuse_unless(data: bytes, signs: tuple[bytes, ...], name: str) -> None:
    """Raise UnreadableFile when none of the signs is in the bytes: LibreOffice reads any bytes as some text."""
    if not any(sign in data for sign in signs):
        raise UnreadableFile(
            "文件已损坏，或者不是这种文件。", remedy="请用原来的软件打开并另存一份，再读另存的文件。", place=Place(name)
        )


def convert_by_office(data: bytes, name: str, *, suffix: str, to: str) -> bytes:
    """Return `data` converted to the format `to`; UnreadableFile when LibreOffice is missing, fails or hangs."""
    program = office_program()
    if program is None:
        raise UnreadableFile(
            f"读 {suffix} 文件要先由 LibreOffice 转换，本机没有安装。",
            remedy=f"请用 Word、Excel 或 WPS 打开后另存为 {to}，或安装 LibreOffice（免费）后再读。",
            place=Place(name),
        )
    with TemporaryDirectory(prefix="jiping-") as folder:
        source = Path(folder) / f"source.{suffix}"
        source.write_bytes(data)
        _run([program, *_arguments(Path(folder), to), str(source)], name)
        result = source.with_suffix(f".{to}")
        if not result.is_file() or not result.stat().st_size:
            raise UnreadableFile(
                "LibreOffice 打不开这个文件。",
                why="文件可能已损坏，或者加了密码。",
                remedy=f"请用原来的软件打开，去掉密码后另存为 {to} 再读。",
                place=Place(name),
            )
        return result.read_bytes()


def office_program() -> str | None:
    """Return the path of LibreOffice, None where it is not installed."""
    found = next((path for program in _PROGRAMS if (path := which(program))), None)
    return found or next((path for path in _COMMON_PATHS if Path(path).is_file()), None)


def _arguments(folder: Path, to: str) -> list[str]:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    switches = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"]
    return [profile, *switches, "--convert-to", to, "--outdir", str(folder)]


def _run(command: list[str], name: str) -> None:
    with subprocess.Popen(  # noqa: S603  a fixed program with fixed switches; the file has a name of ours
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired as late:
            raise UnreadableFile(
                f"转换这个文件用了超过 {PATIENCE_SECONDS} 秒，已停止。",
                remedy="请用原来的软件打开，另存为 docx 或 xlsx 后再读。",
                place=Place(name),
            ) from late
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End what is left of the converter: it starts further processes, which outlive the one we know."""
    if process.poll() is None and hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
