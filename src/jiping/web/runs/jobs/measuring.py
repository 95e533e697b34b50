"""Measure what the records prove; every figure with its receipt."""

from jiping.use_cases.measure import measure
from jiping.web.runs.jobs.job import Order, Step, Teller

TITLE = "计量取数"


def take(order: Order, tell: Teller) -> None:
    """Compute the programme's figures of the year and hand them over."""
    tell.progress(TITLE, 0, 1)
    found = measure(order.programme, order.year, order.data, order.pack)
    tell.figures(found.figures)
    lacking = sorted({each.indicator.title for each in found.unmeasured})
    if lacking:
        tell.note(f"缺业务数据，没有计量：{'、'.join(lacking)}", "warn")
    tell.progress(TITLE, 1, 1)


MEASURE = Step(TITLE, "逐项算出完成值，留下凭据", take)
