"""The cases of the transfer subsidy laid out on purpose: who they are, what they paid, and whether they are due anything.

Months are counted from January of the contribution year (0); each case is shown by a few persons.
"""

from dataclasses import dataclass

EACH = 4  # persons a case


@dataclass(frozen=True, slots=True)
class Span:
    """Contributions of consecutive months: from `first` on, `count` months, in one capacity."""

    first: int
    count: int
    identity: str = "flexible"
    back: bool = False
    refunded: bool = False
    late: tuple[int, int] | None = None  # month and day, after the contribution year, on which the last one arrived


@dataclass(frozen=True, slots=True)
class Case:
    """`due` is the subsidy the default rules grant, None for none; `earlier` the kinds and years (back) already paid."""

    name: str
    title: str
    why: str
    due: str | None
    spans: tuple[Span, ...]
    status: str = "paying"
    paid: bool = True
    place: str = "local"
    earlier: tuple[tuple[str, int], ...] = ()
    old: bool = False  # past pension age before joining


_YEAR = (Span(2, 10),)  # March to December
CASES = (
    Case("suspended_but_paid", "暂停缴费但当年已缴", "只看名册状态会漏发。", "new", _YEAR, status="suspended"),
    Case("paying_but_unpaid", "状态为参保缴费但当年未缴", "只看当年缴费会漏发。", "new", _YEAR, paid=False),
    Case("on_roll_only", "在册而既未缴费也非缴费状态", "只看在册会多发。", None, _YEAR, status="suspended", paid=False),
    Case("receiving", "已在领取居保待遇", "不看状态会多发。", None, _YEAR, status="receiving"),
    Case("insured_elsewhere", "户籍在本市、居保在外市", "按户籍会多发。", None, _YEAR, place="elsewhere"),
    Case("employee_before", "早年做过单位职工", "按“从未参加”会漏发；默认照发并转人工核定。", "new", _YEAR),
    Case("flexible_before", "早年已以灵活就业身份参保", "只看现有缴费会当作首次。", None, _YEAR),
    Case("joined_in_august", "八月参保，当年只能缴五个月", "按跨年累计会多发。", None, (Span(7, 17),)),
    Case("reached_next_year", "上年九月参保，本年缴满", "按首次缴满年度才发，默认不发。", None, (Span(-4, 28),)),
    Case(
        "sixth_in_january", "第六个月次年一月到账", "按年末截止或按到账日期会漏发。", "new", (Span(6, 6, late=(1, 20)),)
    ),
    Case("sixth_in_february", "第六个月次年二月到账", "不设截止日会多发。", None, (Span(6, 6, late=(2, 10)),)),
    Case("back_payments", "补缴凑满六个月", "补缴计入会多发。", None, (Span(3, 3), Span(6, 4, back=True))),
    Case(
        "employee_months", "同年先做职工后灵活就业", "职工月份计入会多发。", None, (Span(8, 4), Span(4, 3, "employee"))
    ),
    Case(
        "both_capacities",
        "五个月里同时有两种身份",
        "按行数计月会多发，按月只有五个。",
        None,
        (Span(7, 5), Span(7, 5, "employee")),
    ),
    Case("exactly_six", "恰好六个月", "把“满六个月”当成超过六个月会漏发。", "new", (Span(6, 6),)),
    Case("refunded", "八个月中退费三个月", "不看退费会多发。", None, (Span(4, 5), Span(9, 3, refunded=True))),
    Case(
        "skipped_a_year",
        "隔一年才续缴",
        "按以后任一年会多发续保。",
        None,
        (Span(-24, 8), Span(2, 8)),
        earlier=(("new", 2),),
    ),
    Case(
        "had_both",
        "新增、续保都已领过",
        "不查以前发放会发第三次。",
        None,
        (Span(-22, 34),),
        earlier=(("new", 2), ("renewal", 1)),
    ),
    Case("new_never_paid", "上年符合而没有申领新增", "只按缴费推算会发续保。", None, (Span(-10, 22),)),
    Case("supported", "同年享受灵活就业社保补贴", "默认照发并提示，不许重复的地方会少发。", "new", _YEAR),
    Case("died_before", "核定前死亡", "不比对死亡会多发。", None, _YEAR),
    Case("left_before", "核定前转出", "不看关系终止会多发。", None, _YEAR),
    Case("died_after", "发放后死亡", "应列入追回，不影响已发人数。", "new", _YEAR),
    Case(
        "returned_after",
        "发放后转回居保",
        "应列入追回，不影响已发人数。",
        "renewal",
        (Span(-10, 22),),
        earlier=(("new", 1),),
    ),
    Case(
        "paid_twice",
        "以前年度同一补助发过两次",
        "后一笔应追回。",
        None,
        (Span(-22, 10),),
        earlier=(("new", 2), ("new", 2)),
    ),
    Case("also_resident", "同年又缴居保", "两个险种都有缴费，只算企业职工养老保险的月份。", "new", _YEAR),
    Case("elder", "到龄后才参保", "不看年龄会多发新增补助。", None, _YEAR, old=True),
    Case(
        "spouse_account", "登记的是配偶账户", "下一年度的新增人员，换成本人社会保障卡才能发放。", None, (Span(14, 10),)
    ),
)
