"""A ledger export: every wrong cell is named, nothing is booked by half, and another person confirms it."""

import pytest

from jiping.domain.errors import JipingError
from jiping.web.accounts.models import AccountRecord
from jiping.web.funds.ledger_reading import LedgerFaults
from jiping.web.funds.models import FundLineRecord, LedgerRecord, PostingRecord
from jiping.web.funds.services.ledger import ledger_confirm, ledger_hand_in, ledger_withdraw
from web.conftest import NOW

HEADING = "日期,类型,项目名称,资金来源,用途,收款人,金额,凭证号"
SOUND = "2024-04-01,支付,测试项目,,打印纸,某纸品公司,100.00,记1"


def handed(clerk: AccountRecord, *rows: str) -> LedgerRecord:
    data = "\n".join((HEADING, *rows)).encode()
    return ledger_hand_in(data=data, name="账.csv", year=2024, actor=clerk, at=NOW)


@pytest.mark.parametrize(
    ("right", "wrong", "cell"),
    [
        ("2024-04-01", "2023-04-01", "A2"),
        ("2024-04-01", "四月", "A2"),
        ("支付", "不知道", "B2"),
        ("测试项目", "别的项目", "C2"),
        ("测试项目,,", "测试项目,捐款,", "D2"),
        ("打印纸", "办公桌", "E2"),
        ("打印纸", "招待费", "E2"),
        ("某纸品公司", "", "F2"),
        ("100.00", "1x", "G2"),
        ("100.00", "-5", "G2"),
        ("100.00", "60000.01", "G2"),
        ("记1", "", "H2"),
        ("记1", "到1", "H2"),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_is_taken_in(
    line: FundLineRecord, clerk: AccountRecord, right: str, wrong: str, cell: str
) -> None:
    before = LedgerRecord.objects.count()
    with pytest.raises(LedgerFaults) as caught:
        handed(clerk, SOUND.replace(right, wrong))
    assert [fault.cell for fault in caught.value.faults] == [cell]
    assert LedgerRecord.objects.count() == before


def test_every_wrong_row_is_told_at_once(line: FundLineRecord, clerk: AccountRecord) -> None:
    with pytest.raises(LedgerFaults) as caught:
        handed(clerk, SOUND.replace("支付", "？"), SOUND, SOUND.replace("100.00", "零"))
    assert [fault.cell for fault in caught.value.faults] == ["B2", "H4"]


def test_nothing_is_in_the_books_before_a_leader_confirms(
    line: FundLineRecord, clerk: AccountRecord, leader: AccountRecord
) -> None:
    ledger = handed(clerk, SOUND)
    assert not PostingRecord.objects.filter(voucher="记1").exists()
    with pytest.raises(JipingError, match="导入人不能自己确认"):
        ledger_confirm(ledger=ledger, actor=clerk, at=NOW)
    ledger_confirm(ledger=ledger, actor=leader, at=NOW)
    assert PostingRecord.objects.get(voucher="记1").fen == 10_000


def test_a_ledger_set_aside_books_nothing_and_may_come_again(
    line: FundLineRecord, clerk: AccountRecord, leader: AccountRecord
) -> None:
    ledger = handed(clerk, SOUND)
    with pytest.raises(JipingError, match="已经导入过"):
        handed(clerk, SOUND)
    ledger_withdraw(ledger=ledger, actor=leader, at=NOW)
    assert not PostingRecord.objects.filter(voucher="记1").exists()
    handed(clerk, SOUND)


def test_books_that_moved_meanwhile_stop_the_whole_ledger(
    line: FundLineRecord, clerk: AccountRecord, leader: AccountRecord
) -> None:
    first = handed(clerk, SOUND.replace("100.00", "40000").replace("记1", "记2"))
    second = handed(clerk, SOUND, SOUND.replace("100.00", "59000").replace("记1", "记3"))
    ledger_confirm(ledger=first, actor=leader, at=NOW)
    with pytest.raises(JipingError, match="第 3 行"):
        ledger_confirm(ledger=second, actor=leader, at=NOW)
    assert not PostingRecord.objects.filter(voucher="记1").exists()
