"""A run that seals a list and orders its payment, killed by its own hand before the n-th statement to the ledger.

Arguments: data folder, number of the list, n (0: never), and whether to order again what failed.
"""

import os  # noqa: TID251 - a process that kills itself
import signal
import sys
import time
from pathlib import Path

from jiping.payments import ledger as room
from jiping.payments.batches import first_batch
from jiping.payments.draft import find_draft
from jiping.payments.reissue import reissue
from payments.lists import SENT_AGAIN_ON, SENT_ON, sealed

_connected = room._connected


def killed_at(last: int) -> None:
    """Die before statement number `last`, rows of many counted one by one."""
    done = 0

    def count(_: str) -> None:
        nonlocal done
        done += 1
        if done == last:
            os.kill(os.getpid(), signal.SIGKILL)

    def connected(path: Path) -> room.Connection:
        con = _connected(path)
        con.set_trace_callback(count)
        return con

    room._connected = connected


def run(data: Path, number: str, last: int, again: bool) -> None:
    if last:
        killed_at(last)
    made = find_draft(data, number)
    while (data / "wait").exists():
        time.sleep(0.001)
    with room.ledger(data) as con:
        found = sealed(con, made)
        first_batch(con, found, SENT_ON)
        if again:
            reissue(con, found, {each.key: each.payee for each in made.payments()}, SENT_AGAIN_ON)


if __name__ == "__main__":
    run(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4:] == ["again"])
