"""Pay persons: drawn up, posted, looked at once more and sealed by the clerk; approved by the leader; then sent, once."""

from itertools import islice

from jiping.domain.errors import JipingError
from jiping.domain.roles import Role
from jiping.payments.yuan import yuan
from jiping.use_cases.pay.listing import draw_up, publish
from jiping.use_cases.pay.sealing import Sealing, seal_list
from jiping.use_cases.pay.sending import Held, Manner, export
from jiping.web.runs.jobs.job import Order, Step, Teller

LIST, POST, SEAL, APPROVE, SEND = "核定名单", "公示", "复核封存", "负责人审批", "送银行"
_SHOWN = 3


def list_due(order: Order, tell: Teller) -> None:
    """Draw up who is due how much; the same records give the same list under the same number."""
    tell.progress(LIST, 0, 1)
    made = draw_up(order.programme, order.year, order.day, order.data, order.pack)
    found = made.draft.list
    tell.listed(found.id)
    tell.exceptions([(why.value, "不列入名单", count) for why, count in made.hindered.items()])
    tell.note(f"名单 {found.id}：{found.count:,} 笔，{yuan(found.total)} 元", "good")
    tell.progress(LIST, found.count, found.count)


def post_list(order: Order, tell: Teller) -> None:
    """Write the notice, and book since when it hangs."""
    posted = publish(order.list_number, order.day, order.data, order.out)
    tell.note(f"公示期 {posted.first} 至 {posted.last}，公示名单已写好", "good")
    tell.progress(POST, 1, 1)


def seal_due(order: Order, tell: Teller) -> None:
    """Decide every payment anew and seal the list. Raises JipingError where one is no longer due as it was posted."""
    tell.progress(SEAL, 0, 1)
    done = seal_list(order.list_number, order.day, order.data)
    if done.sealed is None:
        raise _changed(done)
    tell.listed(done.sealed.list.id)
    tell.note(f"已封存：{done.sealed.list.count:,} 笔，{yuan(done.sealed.list.total)} 元，等负责人审批", "good")
    tell.progress(SEAL, 1, 1)


def approve(_: Order, tell: Teller) -> None:
    """Nothing is computed: the leader's act was the step."""
    tell.progress(APPROVE, 1, 1)


def send(order: Order, tell: Teller) -> None:
    """Write the order to the bank; an order exists once, and writing its file again gives the same bytes."""
    tell.progress(SEND, 0, 1)
    sent = export(order.list_number, order.day, order.data, Manner(order.out))
    if isinstance(sent, Held):
        raise JipingError(
            f"封存以后有 {len(sent.compared.changed)} 笔不再符合条件，没有送银行。",
            remedy="请核对业务数据；确实要发的，由负责人用 jiping pay export 写明理由后送出。",
        )
    tell.note(f"代发文件已写好：{sent.file.name}", "good")
    tell.progress(SEND, 1, 1)


def _changed(done: Sealing) -> JipingError:
    reasons = "；".join(f"个人编号 {person}：{why}" for person, why in islice(done.reasons.items(), _SHOWN))
    return JipingError(
        f"发放前复核有 {len(done.changed)} 笔与公示的不同，没有封存。",
        why=f"{reasons}。" if reasons else "",
        remedy="请核对业务数据；数据无误的，终止这次办理，重新核定和公示。",
    )


STEPS = (
    Step(LIST, "按规则核定应发", list_due),
    Step(POST, "写出公示名单，登记公示日期", post_list, Role.CLERK, "开始公示"),
    Step(SEAL, "公示期满，逐笔复核后封存", seal_due, Role.CLERK, "复核并封存", binds=True),
    Step(APPROVE, "经手的人不能审批", approve, Role.LEADER, "批准发放"),
    Step(SEND, "代发文件只有一份，不会重付", send, Role.CLERK, "导出代发文件"),
)
