"""What a ledger export says, held against projects, sources and estimates; every fault names its cell."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from jiping.domain.errors import JipingError
from jiping.domain.fen import fen_from_yuan, yuan_text
from jiping.domain.posting import PostingKind
from jiping.rulepack.pack import RulePack
from jiping.use_cases.fund_rules import ledger_columns, ledger_kinds, off_purpose
from jiping.web.funds.balance import Balance
from jiping.web.funds.ledger_file import FileRow, address
from jiping.web.funds.models import FundLineRecord
from jiping.web.projects.models import CostRecord

_OPTIONAL = frozenset({"source", "payee", "item"})  # columns an export may lack; where needed, the cell is asked for
_KINDS = {"arrival": PostingKind.ARRIVAL, "payment": PostingKind.SPENT}


@dataclass(frozen=True, slots=True)
class CellFault:
    """One cell that cannot be booked: where, what is wrong, what to do."""

    cell: str
    what: str
    remedy: str


class LedgerFaults(JipingError):
    """A ledger that cannot be taken in; nothing of it is. `faults` has one entry a cell, in the file's order."""

    def __init__(self, faults: tuple[CellFault, ...]) -> None:
        super().__init__(f"账簿有 {len(faults)} 处不能入账，整个文件没有导入。", remedy="请在账簿里改正后重新导入。")
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Booking:
    """A sound row."""

    number: int
    line: FundLineRecord
    kind: PostingKind
    day: date
    fen: int
    item: CostRecord | None
    payee: str
    voucher: str


class _Wrong(Exception):
    """A cell of the row being read is wrong."""

    def __init__(self, field: str, what: str, remedy: str) -> None:
        super().__init__(what)
        self.field, self.what, self.remedy = field, what, remedy


@dataclass(frozen=True, slots=True)
class Known:
    """What a row may name: the lines with their balances, and the estimates' items by project."""

    year: int
    lines: Mapping[tuple[str, str], FundLineRecord]
    items: Mapping[tuple[str, str], CostRecord]
    balances: Mapping[int, Balance]
    vouchers: frozenset[str]
    pack: RulePack


def bookings(rows: Iterable[FileRow], known: Known) -> tuple[Booking, ...]:
    """Return the rows as bookings. Raises LedgerFaults with every wrong cell; never half of a file."""
    given = list(rows)
    columns = _columns(given[0], known.pack) if given else {}
    if not given[1:]:
        raise LedgerFaults((CellFault("A1", "没有账目。", "请导出至少一笔账。"),))
    sound: list[Booking] = []
    faults: list[CellFault] = []
    for row in given[1:]:
        try:
            sound.append(_booking(row, columns, known, sound))
        except _Wrong as wrong:
            faults.append(CellFault(address(row.number, columns.get(wrong.field, 1)), wrong.what, wrong.remedy))
    if faults:
        raise LedgerFaults(tuple(faults))
    return tuple(sound)


def _columns(head: FileRow, pack: RulePack) -> dict[str, int]:
    wanted = ledger_columns(pack)
    found = {
        field: column for column, heading in head.texts.items() for field, names in wanted.items() if heading in names
    }
    missing = [names[0] for field, names in wanted.items() if field not in found and field not in _OPTIONAL]
    if missing:
        raise LedgerFaults(
            (CellFault(address(head.number, 1), f"表头缺少：{'、'.join(missing)}。", "第一行请写表头。"),)
        )
    return found


def _booking(row: FileRow, columns: Mapping[str, int], known: Known, before: Iterable[Booking]) -> Booking:
    told = {field: row.texts.get(column, "") for field, column in columns.items()}
    kind = ledger_kinds(known.pack).get(told["kind"])
    if kind is None:
        raise _Wrong("kind", f"类型“{told['kind']}”看不懂。", f"可写：{'、'.join(ledger_kinds(known.pack))}。")
    line = _line(told["project"], told.get("source", ""), known)
    voucher = told["voucher"]
    if not voucher:
        raise _Wrong("voucher", "没有凭证号。", "没有凭证不能记账。")
    if voucher in known.vouchers or voucher in {each.voucher for each in before}:
        raise _Wrong("voucher", f"凭证号“{voucher}”已经记过账。", "请核对是不是重复导入。")
    day, fen = _day(told["day"], known.year), _fen(told["amount"])
    posting = _KINDS[kind]
    item = _item(told, line, known) if posting is PostingKind.SPENT else None
    booking = Booking(row.number, line, posting, day, fen, item, told.get("payee", ""), voucher)
    _require_room(booking, before, known)
    return booking


def _line(project: str, source: str, known: Known) -> FundLineRecord:
    sources = {name: line for (owner, name), line in known.lines.items() if owner == project}
    if not sources:
        raise _Wrong("project", f"没有安排过预算的项目“{project}”。", "请写系统里的项目名称，先记预算。")
    if not source and len(sources) == 1:
        return next(iter(sources.values()))
    if source not in sources:
        raise _Wrong("source", f"这个项目没有“{source}”。", f"可写：{'、'.join(sources)}。")
    return sources[source]


def _day(text: str, year: int) -> date:
    try:
        day = date.fromisoformat(text.replace("/", "-").replace(".", "-"))
    except ValueError:
        raise _Wrong("day", f"“{text}”不是日期。", "请写成 2024-03-05。") from None
    if day.year != year:
        raise _Wrong("day", f"{day} 不在 {year} 年度。", "一次只导入一个年度的账。")
    return day


def _fen(text: str) -> int:
    try:
        fen = fen_from_yuan(text)
    except JipingError as fault:
        raise _Wrong("amount", fault.what, fault.remedy) from None
    if fen <= 0:
        raise _Wrong("amount", f"金额 {yuan_text(fen)} 不大于零。", "红字冲销请在系统里另行处理。")
    return fen


def _item(told: Mapping[str, str], line: FundLineRecord, known: Known) -> CostRecord:
    name = told.get("item", "")
    words = off_purpose(known.pack, f"{name}{told.get('payee', '')}")
    if words:
        raise _Wrong("item", f"写到“{'、'.join(words)}”，不能从项目资金支付。", "专项资金要专款专用。")
    item = known.items.get((line.project.name, name))
    if item is None:
        allowed = "、".join(each for owner, each in known.items if owner == line.project.name)
        raise _Wrong("item", f"用途“{name}”不在项目批准的测算内。", f"可写：{allowed}。")
    if not told.get("payee"):
        raise _Wrong("payee", "没有收款人。", "支付的账要写收款人。")
    return item


def _require_room(booking: Booking, before: Iterable[Booking], known: Known) -> None:
    balance = known.balances[booking.line.pk]
    same = [each for each in before if each.line.pk == booking.line.pk]
    arrived = sum(each.fen for each in same if each.kind is PostingKind.ARRIVAL)
    spent = sum(each.fen for each in same if each.kind is PostingKind.SPENT)
    for words, room in _rooms(booking.kind, balance, arrived, spent):
        if booking.fen > room:
            raise _Wrong(
                "amount", f"{words}只剩 {yuan_text(room)} 元，记不下 {yuan_text(booking.fen)} 元。", "请核对金额。"
            )


def _rooms(kind: PostingKind, balance: Balance, arrived: int, spent: int) -> Iterator[tuple[str, int]]:
    if kind is PostingKind.ARRIVAL:
        yield "预算里没有到账的", balance.budget - balance.received - arrived
    else:
        yield "可用预算", balance.free - spent
        yield "到账资金", balance.cash + arrived - spent
