"""Print the statements of a year; interrupted anywhere, it goes on behind the last whole print file."""

import csv
from collections import Counter

from jiping.printing.handing_over import Release
from jiping.printing.job import EXCEPTIONS, Manner, run
from jiping.printing.key import KEY_FILE, own_key
from jiping.printing.roster import Asked
from jiping.web.runs.jobs.job import Order, Step, Teller

ROSTER, PRINT, COMPARE, RELEASE = "查名册", "打印", "比对", "放行"
PROCESSES = 2


def print_all(order: Order, tell: Teller) -> None:
    """Read the roster, print, compare pages with it, and write the manifest: without one there is no release."""
    manner = Manner(own_key(order.data / KEY_FILE), processes=PROCESSES)
    told: set[str] = set()

    def hear(step: str, done: int, total: int) -> None:
        if step == PRINT and not told:
            told.add(step)
            tell.exceptions(classes(order))
        tell.progress(step, done, total)

    asked = Asked(order.year, order.data, order.pack, printed_on=order.day)
    released = run(asked, manner, order.out, hear)
    tell.progress(RELEASE, 1, 1)
    tell.note(_told(released), "good")


def classes(order: Order) -> list[tuple[str, str, int]]:
    """Return what was found before printing: what, what becomes of it, how often."""
    with (order.out / EXCEPTIONS).open(encoding="utf-8-sig", newline="") as file:
        found = Counter((row["情况"], row["处理"]) for row in csv.DictReader(file))
    return [(what, fate, count) for (what, fate), count in found.items()]


def _told(released: Release) -> str:
    return (
        f"已放行 {released.ticket['statements']:,} 份，{len(released.ticket['files'])} 册；清单、任务单、邮政汇总已写好"
    )


STEPS = (
    Step(ROSTER, "取参保人名册，逐份检查", print_all),
    Step(PRINT, "按投递段成册，可断点续做"),
    Step(COMPARE, "抽页读回，与名册逐项比对"),
    Step(RELEASE, "清单证明每人一份，不重不漏"),
)
