"""年终结算表: the sheet finance signs, loan by loan, and the stretches every figure comes from."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jiping.domain.document import Align, Block, Cell, Document, Para, Part, Role, Style, Table
from jiping.programmes.loan_interest_subsidy.statement import Line, Settlement, Stretch

_TITLE = "助保贷款财政贴息年终结算表"
_NOTE = (
    "各段利息 = 本金 × 年利率 × 天数 ÷ 计息基数。规则包规定每份合同合计后舍入一次的，"
    "各段利息是累计数舍入到分后的增加额，相加与核定贴息分毫不差。"
)
_SIGNATURES = (
    ("经办人：〔待填：姓名〕", "复核人：〔待填：姓名〕", "填报单位（盖章）：〔待填：单位〕"),
    ("贷款银行核对人：〔待填：姓名〕", "贷款银行（盖章）：〔待填：银行〕"),
    ("财政部门审核人：〔待填：姓名〕", "审核意见：〔待填：意见〕", "日期：〔待填：日期〕"),
)


def document(settlement: Settlement) -> Document:
    """Return the settlement as a neutral document: the sheet to sign, then how each loan was reckoned."""
    return Document(
        (Part("年终结算", tuple(_sheet(settlement))), Part("计息明细", tuple(_details(settlement)))), title=_TITLE
    )


def _sheet(settlement: Settlement) -> Iterator[Block]:
    yield Para(Style.TITLE, (_TITLE,))
    yield Para(
        Style.LINE,
        (f"贴息年度：{settlement.year}（{settlement.first} 至 {settlement.last}）", f"规则：{settlement.pack}"),
    )
    yield Para(Style.HEADING2, ("一、各笔贷款",))
    rows = [_line(number, each, settlement) for number, each in enumerate(settlement.lines, 1)]
    listed = settlement.listed if settlement.has_list else None
    sums = (settlement.computed, listed, None if listed is None else listed - settlement.computed)
    total = (Cell("合计", colspan=2, role=Role.TOTAL), *(_yuan(each, Role.TOTAL) for each in sums), Cell(""))
    yield _table(
        ("序号", "贷款编号", "核定贴息（元）", "银行清单（元）", "银行多列（元）", "核对"),
        (14, 40, 30, 30, 30, 36),
        (*rows, total),
    )
    yield Para(Style.HEADING2, ("二、资金",))
    paid = [
        (Cell(each.voucher), Cell(each.kind), Cell(str(each.paid_on)), _yuan(each.amount))
        for each in settlement.payments
    ]
    total = (Cell("已拨付合计", colspan=3, role=Role.TOTAL), _yuan(settlement.paid, Role.TOTAL))
    yield _table(("拨付凭证", "种类", "日期", "金额（元）"), (60, 40, 40, 40), (*paid, total))
    yield Para(Style.BODY, (_outcome(settlement),))
    for line in _SIGNATURES:
        yield Para(Style.LINE, line)


def _line(number: int, line: Line, settlement: Settlement) -> tuple[Cell, ...]:
    if line.listed is None:
        remark = "银行漏列" if settlement.has_list else "没有银行清单"
    elif line.computed is None:
        remark = "不应贴息" if line.listed else "一致"
    else:
        remark = "不一致" if line.excess else "一致"
    amounts = (_yuan(line.computed), _yuan(line.listed), _yuan(line.excess if settlement.has_list else None))
    return (Cell(str(number)), Cell(line.loan), *amounts, Cell(remark))


def _outcome(settlement: Settlement) -> str:
    owed = f"核定贴息 {_written(settlement.computed)} 元，已拨付 {_written(settlement.paid)} 元，"
    if settlement.outstanding > 0:
        return f"{owed}应补拨 {_written(settlement.outstanding)} 元。"
    if settlement.outstanding < 0:
        return f"{owed}结余 {_written(-settlement.outstanding)} 元，{settlement.surplus}。"
    return f"{owed}两清。"


def _details(settlement: Settlement) -> Iterator[Block]:
    yield Para(Style.TITLE, ("计息明细",))
    yield Para(Style.NOTE, (_NOTE,))
    heads = ("贷款编号", "起", "止", "天数", "本金（元）", "年利率", "计息基数", "利息（元）", "是否贴息")
    rows = tuple(map(_stretch, settlement.stretches))
    total = (Cell("合计", colspan=7, role=Role.TOTAL), _yuan(settlement.itemised, Role.TOTAL), Cell(""))
    yield _table(heads, (28, 22, 22, 12, 24, 18, 14, 22, 50), (*rows, total))


def _stretch(each: Stretch) -> tuple[Cell, ...]:
    unmet = "；".join(title.removesuffix("。") for title in each.refused)
    borne = f"不贴，不符合：{unmet}。" if unmet else "贴息"
    texts = (each.loan, str(each.first), str(each.last))
    rate = f"{Decimal(each.rate).scaleb(-4)}%"
    return (
        *map(Cell, texts),
        Cell(str(each.days)),
        _yuan(each.principal),
        Cell(rate),
        Cell(str(each.base)),
        _yuan(each.interest),
        Cell(borne, align=Align.LEFT),
    )


def _table(heads: Sequence[str], widths_mm: tuple[int, ...], rows: tuple[tuple[Cell, ...], ...]) -> Table:
    return Table((tuple(Cell(each, role=Role.HEADER) for each in heads), *rows), widths_mm, header_rows=1)


def _yuan(fen: int | None, role: Role = Role.NUMBER) -> Cell:
    """Return an amount as a typed number; what is not known is a dash, never 0."""
    if fen is None:
        return Cell("—")
    return Cell(_written(fen), role=role, align=Align.RIGHT, number=Decimal(fen).scaleb(-2))


def _written(fen: int) -> str:
    return f"{Decimal(fen).scaleb(-2):.2f}"
