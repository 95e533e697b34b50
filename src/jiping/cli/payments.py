"""Payment lists and their books as terminal tables; persons by number only."""

from collections.abc import Mapping, Sequence

from rich.console import Group
from rich.table import Table
from rich.text import Text

from jiping.cli.screen import table
from jiping.payments.bank_return import Returned
from jiping.payments.before_sending import Recheck
from jiping.payments.recheck import Changed
from jiping.payments.reconcile import Books
from jiping.payments.recovery import Recovery
from jiping.payments.yuan import yuan
from jiping.use_cases.pay.listing import Listed
from jiping.use_cases.pay.sending import Held, Sent

_SHOWN = 50


def list_sheet(listed: Listed) -> Group:
    """Return what a list comes to, and what could not be put on it."""
    made = listed.draft.list
    sheet = table("名单编号", ">笔数", ">金额（元）", "按哪一天的规则", "规则包")
    sheet.add_row(made.id, f"{made.count:,}", yuan(made.total), str(made.head.as_of), made.head.pack_edition)
    told = [Text(f"没有列入：{why.value} {n:,} 笔", style="yellow") for why, n in listed.hindered.items()]
    told += [Text(f"  {each}", style="yellow") for each in listed.doubled[:_SHOWN]]
    return Group(sheet, Text(f"校验值（SHA-256）{made.sha256}"), *told)


def held_sheet(held: Held) -> Table:
    """Return what keeps a sealed list from being sent."""
    return changes_sheet(held.compared.changed, held.compared.reasons)


def changes_sheet(changed: Sequence[Changed], reasons: Mapping[int, str]) -> Table:
    """Return what changed since the list was drawn up."""
    caption = f"共 {len(changed):,} 笔" + (f"，列出前 {_SHOWN} 笔" if len(changed) > _SHOWN else "")
    sheet = table(
        "个人编号", "年度", ">名单金额", ">现在应发", "变化", "原因", title="名单生成以后的变化", caption=caption
    )
    for each in changed[:_SHOWN]:
        key, now = each.listed.key, each.now
        reason = reasons.get(key.person, "") if now is None else ""
        amounts = (yuan(each.listed.amount), "—" if now is None else yuan(now.amount))
        sheet.add_row(str(key.person), str(key.period), *amounts, each.what.value, reason)
    return sheet


def return_faults_sheet(done: Returned) -> Table:
    """Return the first lines of a return file that fit nothing."""
    sheet = table("来源", ">行", "列", "内容", "问题", "办法", caption=f"共 {done.bad_rows:,} 行不合格")
    for each in done.faults:
        sheet.add_row(each.file, str(each.line), each.heading, each.value, each.what, each.remedy)
    return sheet


def books_sheet(books: Sequence[Books]) -> Group:
    """Return the books of every list: payments and yuan."""
    sheet = table(
        "名单编号", "批准日期", ">批准", ">未送", ">在途", ">退票", ">到账", ">追回", ">实支（元）", title="发放台账"
    )
    for each in books:
        sums = (each.approved, each.unsent, each.pending, each.failed, each.credited, each.repaid)
        cells = (f"{one.count:,} 笔\n{yuan(one.total)}" for one in sums)
        sheet.add_row(each.sealed.list.id, str(each.sealed.approval.approved_on), *cells, yuan(each.net))
    stands = [
        Text(
            f"{each.sealed.list.id}：" + "，".join(f"{status.value} {one.count:,} 笔" for status, one in each.standing)
        )
        for each in books
    ]
    looks = [Text(_recheck_line(each, one)) for each in books for one in each.rechecks]
    return Group(
        sheet, *stands, *looks, Text("台账和名单文件都未被改动，账平。" if books else "台账里还没有封存的名单。")
    )


def _recheck_line(books: Books, recheck: Recheck) -> str:
    told = f"{books.sealed.list.id}：{recheck.checked_on} 送银行前复核，"
    if recheck.despite is None:
        return f"{told}没有变化"
    return f"{told}有变化 {recheck.changed:,} 笔，仍送出：{recheck.despite.reason}（{recheck.despite.by}）"


def sent_line(sent: Sent) -> str:
    batch = sent.batch
    return f"批次 {batch.number}：{batch.count:,} 笔，{yuan(batch.total)} 元，送盘日期 {batch.sent_on}；{sent.file}"


def recovery_line(recovery: Recovery) -> str:
    return (
        f"个人编号 {recovery.key.person}：应追回 {yuan(recovery.owed)} 元，"
        f"已退回 {yuan(recovery.repaid)} 元，尚欠 {yuan(recovery.outstanding)} 元。"
    )
