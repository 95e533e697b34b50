"""What children are asked to do in tests; importable in a process of its own."""

import os  # noqa: TID251 - a child must be able to die
import signal
import subprocess
import time
from pathlib import Path


def nothing() -> None:
    """Prepare nothing."""


def obey(order: str) -> bytes:
    """Do what the order says: answer, hang, die, grow, raise."""
    match order:
        case "hang":
            time.sleep(600)
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "leave":
            os._exit(3)
        case "grow":
            return str(len(bytes(3 << 30))).encode()
        case "raise":
            raise ValueError(order)
        case "speak":
            os.write(1, b"noise")
            os.write(2, b"noise")
    return f"{order} done".encode()


def leave_a_program_behind(folder: str) -> bytes:
    """Start a program that outlives its task, note its id, and hang."""
    return _hang_with(subprocess.Popen(["sleep", "600"]), folder)  # noqa: S607


def use_a_program(folder: str) -> bytes:
    """Hang with a program in a session of its own, which is ended on leaving, as a converter is."""
    program = subprocess.Popen(["sleep", "600"], start_new_session=True)  # noqa: S607
    try:
        return _hang_with(program, folder)
    finally:
        program.kill()


def _hang_with(program: subprocess.Popen[bytes], folder: str) -> bytes:
    (Path(folder) / "id").write_text(str(program.pid))
    time.sleep(600)
    return b""


def never_ready() -> None:
    """Die while preparing."""
    os._exit(3)


def ready_at_second_try(folder: str) -> None:
    """Die while preparing, the first time."""
    if not (Path(folder) / "tried").exists():
        (Path(folder) / "tried").touch()
        os._exit(3)
