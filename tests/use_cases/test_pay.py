"""From the county's records to money on accounts, and back into the figures."""

import csv
import shutil
from datetime import date
from fractions import Fraction
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from jiping.datasets.importing import Order
from jiping.domain.errors import JipingError
from jiping.domain.payment import Status
from jiping.payments.before_sending import Despite
from jiping.payments.due import Hindrance
from jiping.payments.recheck import Change
from jiping.rulepack.load import load_pack
from jiping.synthetic.county import County
from jiping.use_cases.generate import generate
from jiping.use_cases.import_data import import_records
from jiping.use_cases.measure import measure
from jiping.use_cases.pay.booking import book, status, take_return
from jiping.use_cases.pay.granting_again import Regrant, again
from jiping.use_cases.pay.listing import Listed, draw_up, publish
from jiping.use_cases.pay.recovering import Claim, recover
from jiping.use_cases.pay.reissuing import reissue_failed
from jiping.use_cases.pay.sealing import seal_list
from jiping.use_cases.pay.sending import Held, Manner, Sent
from jiping.use_cases.pay.sending import export as exported
from jiping.use_cases.recheck import State, changes

PACK, NAME = "national", "transfer_subsidy"
LISTED, POSTED, APPROVED, SENT = date(2025, 4, 1), date(2025, 4, 2), date(2025, 4, 11), date(2025, 4, 14)
ARRIVED = date(2025, 4, 16)
HEADINGS = ("批次号", "序号", "收款账号", "金额（元）", "处理结果", "失败原因", "入账日期")


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pay") / "county"
    generate(County(3_000), folder, lambda _: None)
    return folder


@pytest.fixture
def data(county: Path, tmp_path: Path) -> Path:
    return shutil.copytree(county, tmp_path / "county")


@pytest.fixture
def listed(data: Path, tmp_path: Path) -> Listed:
    """Return a list that has been posted for its term on the day of approval."""
    made = draw_up(NAME, 2025, LISTED, data, PACK)
    publish(made.draft.list.id, POSTED, data, tmp_path)
    return made


def changed(data: Path, statement: str, table: str) -> None:
    """Change the records of a table by an UPDATE of `rows`."""
    path = data / f"{table}.parquet"
    with duckdb.connect() as con:
        con.execute(f"CREATE TABLE rows AS FROM '{path}'")
        con.execute(statement)
        path.unlink()
        con.execute(f"COPY rows TO '{path}' (FORMAT parquet)")


def export(number: str, on: date, data: Path, manner: Manner) -> Sent:
    """Send a list in which nothing changed."""
    sent = exported(number, on, data, manner)
    assert isinstance(sent, Sent)
    return sent


def answered(file: Path, failed: int, on: date) -> Path:
    """Write what the bank answers to `file` on a day: the first lines failed."""
    with file.open(encoding="utf-8-sig", newline="") as source:
        lines = list(csv.reader(source))[3:]
    answer = file.with_name(f"回盘-{file.name}")
    with answer.open("w", encoding="gb18030", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(HEADINGS)
        for at, row in enumerate(lines):
            result = ("失败", "户名不符") if at < failed else ("成功", "")
            writer.writerow((row[0], row[1], row[4], row[6], *result, on))
    return answer


def test_who_has_no_own_account_is_left_out_and_counted(data: Path) -> None:
    before = draw_up(NAME, 2025, LISTED, data, PACK)
    person = next(before.draft.payments()).key.person
    changed(data, f"DELETE FROM rows WHERE person = {person}", "payee_accounts")
    after = draw_up(NAME, 2025, LISTED, data, PACK)
    assert after.draft.list.count == before.draft.list.count - 1
    assert after.hindered == {**before.hindered, Hindrance.NO_ACCOUNT: 1}


def same_citizen(data: Path, person: int, other: int) -> None:
    """Give `other` the identity number of `person`."""
    number = f"(SELECT id_number FROM rows WHERE person = {person})"
    changed(data, f"UPDATE rows SET id_number = {number} WHERE person = {other}", "persons")


def test_a_citizen_with_two_person_numbers_is_paid_under_neither_and_both_are_told(data: Path) -> None:
    before = draw_up(NAME, 2025, LISTED, data, PACK)
    first, second = sorted({each.key.person for each in before.draft.payments()})[:2]
    lost = [each for each in before.draft.payments() if each.key.person in (first, second)]
    same_citizen(data, first, second)
    after = draw_up(NAME, 2025, LISTED, data, PACK)
    assert after.draft.list.count == before.draft.list.count - len(lost)
    assert after.hindered == {**before.hindered, Hindrance.TWO_NUMBERS: len(lost)}
    assert len(after.doubled) == 1
    assert f"个人编号 {first}、{second} 的" in after.doubled[0]
    assert lost[0].payee.id_number not in after.doubled[0]


def test_who_turns_out_to_have_two_person_numbers_is_not_sealed(data: Path, listed: Listed) -> None:
    first, second = sorted({each.key.person for each in listed.draft.payments()})[:2]
    same_citizen(data, first, second)
    refused = seal_list(listed.draft.list.id, APPROVED, data)
    assert refused.sealed is None
    assert {each.listed.key.person for each in refused.changed} == {first, second}
    assert f"个人编号 {first}、{second} 的" in refused.reasons[first]


def test_who_was_paid_under_an_older_person_number_is_not_listed(data: Path, listed: Listed) -> None:
    seal_list(listed.draft.list.id, APPROVED, data)
    person = next(listed.draft.payments()).key.person
    for path in data.glob("*.parquet"):
        if "person" in pq.read_schema(path).names:
            changed(data, f"UPDATE rows SET person = 99999999 WHERE person = {person}", path.stem)
    with pytest.raises(JipingError, match="没有可以发放的") as refused:
        draw_up(NAME, 2025, LISTED, data, PACK)
    assert "个人编号 99999999，" in refused.value.why
    assert f"已以个人编号 {person} 列入名单" in refused.value.why


def test_the_same_records_give_the_same_list(data: Path) -> None:
    assert draw_up(NAME, 2025, LISTED, data, PACK).draft == draw_up(NAME, 2025, LISTED, data, PACK).draft


def test_what_is_booked_as_paid_is_not_listed_again(data: Path) -> None:
    with pytest.raises(JipingError, match="没有可以发放的"):
        draw_up(NAME, 2024, date(2024, 4, 1), data, PACK)


def test_who_is_on_a_sealed_list_is_not_listed_again_before_the_books_are_imported(data: Path, listed: Listed) -> None:
    seal_list(listed.draft.list.id, APPROVED, data)
    with pytest.raises(JipingError, match="没有可以发放的") as refused:
        draw_up(NAME, 2025, LISTED, data, PACK)
    assert f"已在封存的名单上 {listed.draft.list.count} 笔" in refused.value.why


def test_nothing_is_sealed_when_somebody_died_since_and_the_reason_is_told(data: Path, listed: Listed) -> None:
    person = next(listed.draft.payments()).key.person
    changed(data, f"UPDATE rows SET died_on = DATE '2025-04-03' WHERE person = {person}", "persons")
    refused = seal_list(listed.draft.list.id, APPROVED, data)
    assert refused.sealed is None
    assert [(each.listed.key.person, each.what) for each in refused.changed] == [(person, Change.GONE)]
    assert "TS65" in refused.reasons[person]
    done = seal_list(listed.draft.list.id, APPROVED, data, strike=True)
    assert done.sealed is not None
    assert done.sealed.list.count == listed.draft.list.count - 1
    assert done.sealed.list.head.struck_from == listed.draft.list.sha256


def test_a_changed_account_is_a_change(data: Path, listed: Listed) -> None:
    person = next(listed.draft.payments()).key.person
    changed(data, f"UPDATE rows SET account = '6299' WHERE person = {person}", "payee_accounts")
    assert [each.what for each in seal_list(listed.draft.list.id, APPROVED, data).changed] == [Change.PAYEE]


def test_a_list_is_not_sealed_before_its_notice_is_over(data: Path, listed: Listed) -> None:
    with pytest.raises(JipingError, match="才满 5 个工作日"):
        seal_list(listed.draft.list.id, date(2025, 4, 10), data)


def test_money_goes_out_fails_goes_again_and_is_counted(data: Path, listed: Listed, tmp_path: Path) -> None:
    manner, number, count = Manner(tmp_path / "发放"), listed.draft.list.id, listed.draft.list.count
    seal_list(number, APPROVED, data)
    first = export(number, SENT, data, manner)
    assert export(number, date(2025, 5, 1), data, manner) == first
    done = take_return(answered(first.file, 2, date(2025, 4, 16)), data, PACK, SENT)
    assert (done.credited, done.failed, done.faults) == (count - 2, 2, ())
    second = reissue_failed(number, date(2025, 4, 18), data, manner).sent
    assert second is not None
    assert second.batch.count == 2
    take_return(answered(second.file, 1, date(2025, 4, 21)), data, PACK, SENT)
    (books,) = status(data)
    assert {each: found.count for each, found in books.standing} == {Status.CREDITED: count - 1, Status.SUSPENDED: 1}
    assert reissue_failed(number, date(2025, 4, 25), data, manner).sent is None
    assert measured(data, book(NAME, data, tmp_path, PACK, SENT).file, "TS11") == Fraction(100 * (count - 1), count)


def test_a_failed_transfer_to_somebody_dead_is_told_and_not_tried_again(
    data: Path, listed: Listed, tmp_path: Path
) -> None:
    manner, number = Manner(tmp_path / "发放"), listed.draft.list.id
    seal_list(number, APPROVED, data)
    take_return(answered(export(number, SENT, data, manner).file, 2, date(2025, 4, 16)), data, PACK, SENT)
    person = next(listed.draft.payments()).key.person
    changed(data, f"UPDATE rows SET died_on = DATE '2025-04-17' WHERE person = {person}", "persons")
    again = reissue_failed(number, date(2025, 4, 18), data, manner)
    assert again.sent is not None
    assert again.sent.batch.count == 1
    assert [(each.listed.key.person, each.what) for each in again.held.changed] == [(person, Change.GONE)]
    assert again.held.reasons[person]


def test_a_failed_transfer_goes_again_to_the_new_account_though_the_books_hold_the_first_try(
    data: Path, listed: Listed, tmp_path: Path
) -> None:
    manner, number = Manner(tmp_path / "发放"), listed.draft.list.id
    seal_list(number, APPROVED, data)
    take_return(answered(export(number, SENT, data, manner).file, 1, date(2025, 4, 16)), data, PACK, SENT)
    failed = next(listed.draft.payments()).key
    changed(data, f"UPDATE rows SET account = '6299' WHERE person = {failed.person}", "payee_accounts")
    tried = f"({failed.person}, '{failed.kind}', {failed.period}, 1, DATE '2025-04-11', DATE '2025-04-15')"
    columns = "(person, kind, contribution_year, amount, approved_on, paid_on)"
    changed(data, f"INSERT INTO rows {columns} VALUES {tried}", "subsidy_payments")
    again = reissue_failed(number, date(2025, 4, 18), data, manner)
    assert again.held.changed == ()
    assert again.sent is not None
    assert "6299" in again.sent.file.read_text(encoding="utf-8-sig")


def test_a_notice_that_could_not_be_written_was_not_posted(data: Path, tmp_path: Path) -> None:
    made = draw_up(NAME, 2025, LISTED, data, PACK)
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(JipingError):
        publish(made.draft.list.id, LISTED, data, tmp_path / "file")
    assert publish(made.draft.list.id, POSTED, data, tmp_path).first == POSTED


def test_a_list_file_altered_after_sealing_is_told(data: Path, listed: Listed) -> None:
    seal_list(listed.draft.list.id, APPROVED, data)
    assert len(status(data)) == 1
    listed.draft.path.write_bytes(listed.draft.path.read_bytes() + b"[]\n")
    with pytest.raises(JipingError, match="被改动过"):
        status(data)


def test_a_list_is_not_sent_before_it_was_approved(data: Path, listed: Listed, tmp_path: Path) -> None:
    seal_list(listed.draft.list.id, APPROVED, data)
    with pytest.raises(JipingError, match="才批准"):
        export(listed.draft.list.id, POSTED, data, Manner(tmp_path / "发放"))


def measured(data: Path, file: Path, code: str) -> Fraction | None:
    """Return the figure after the booked payments were imported beside the other records."""
    rules = load_pack(PACK, SENT)
    fresh = data.with_name("imported")
    for path in sorted(data.glob("*.parquet")):
        source = file if path.stem == "subsidy_payments" else path
        if path.stem in rules.tables:
            assert import_records(Order(rules.tables[path.stem], [str(source)]), fresh, rules, lambda _: None).snapshot
    assert file.is_file()
    return next(each.exact for each in measure(NAME, 2025, fresh, PACK).figures if each.code == code)


def test_no_personal_number_leaves_but_to_the_bank(data: Path, listed: Listed, tmp_path: Path) -> None:
    payee = next(listed.draft.payments()).payee
    seal_list(listed.draft.list.id, APPROVED, data)
    bank = export(listed.draft.list.id, SENT, data, Manner(tmp_path / "发放")).file
    others = [path for path in tmp_path.rglob("*.csv") if path != bank]
    assert others
    told = "".join(path.read_text(encoding="utf-8-sig") for path in others)
    assert payee.id_number not in told
    assert payee.account not in told
    assert payee.id_number in bank.read_text(encoding="utf-8-sig")


def test_a_list_is_not_sent_when_something_changed_since_it_was_sealed(
    data: Path, listed: Listed, tmp_path: Path
) -> None:
    manner, number = Manner(tmp_path / "发放"), listed.draft.list.id
    seal_list(number, APPROVED, data)
    first, second = (each.key.person for each in list(listed.draft.payments())[:2])
    changed(data, f"UPDATE rows SET died_on = DATE '2025-04-12' WHERE person = {first}", "persons")
    changed(data, f"UPDATE rows SET account = '6299' WHERE person = {second}", "payee_accounts")
    held = exported(number, SENT, data, manner)
    assert isinstance(held, Held)
    found = {each.listed.key.person: each.what for each in held.compared.changed}
    assert found == {first: Change.GONE, second: Change.PAYEE}
    assert "TS65" in held.compared.reasons[first]
    assert not manner.out.exists()
    assert [each.unsent.count for each in status(data)] == [listed.draft.list.count]


def test_who_sends_a_list_despite_changes_is_on_record(data: Path, listed: Listed, tmp_path: Path) -> None:
    manner, number = Manner(tmp_path / "发放"), listed.draft.list.id
    seal_list(number, APPROVED, data)
    person = next(listed.draft.payments()).key.person
    changed(data, f"UPDATE rows SET account = '6299' WHERE person = {person}", "payee_accounts")
    despite = Despite("本人书面要求仍发旧卡", "经办科长")
    sent = exported(number, SENT, data, manner, despite=despite)
    assert isinstance(sent, Sent)
    assert exported(number, date(2025, 5, 1), data, manner) == sent
    ((look,),) = [each.rechecks for each in status(data)]
    assert (look.checked_on, look.changed, look.despite) == (SENT, 1, despite)


def test_a_look_that_found_nothing_needs_nobody(data: Path, listed: Listed, tmp_path: Path) -> None:
    seal_list(listed.draft.list.id, APPROVED, data)
    exported(listed.draft.list.id, SENT, data, Manner(tmp_path / "发放"), despite=Despite("不用", "无人"))
    ((look,),) = [each.rechecks for each in status(data)]
    assert (look.changed, look.despite) == (0, None)


def test_a_recheck_tells_of_a_changed_account(county: Path, data: Path) -> None:
    person = next(draw_up(NAME, 2025, LISTED, data, PACK).draft.payments()).key.person
    changed(data, f"UPDATE rows SET account = '6299' WHERE person = {person}", "payee_accounts")
    (found,) = changes(NAME, 2025, State(county, LISTED), State(data, LISTED), PACK).found
    assert (found.of, found.turned, found.altered) == ((str(person),), (), ("收款账号",))


def paid_twice(data: Path) -> tuple[int, int]:
    """Return somebody of the data card who got the same subsidy twice before the ledger, and the year it was for."""
    query = f"""
        SELECT person, contribution_year FROM '{data}/subsidy_payments.parquet' WHERE kind = 'new' AND credited_on IS NOT NULL
        GROUP BY ALL HAVING count(*) = 2 ORDER BY ALL LIMIT 1
    """
    with duckdb.connect() as con:
        person, year = con.execute(query).fetchall()[0]
    return person, year


def test_what_was_paid_twice_before_the_ledger_is_asked_back_once(data: Path, tmp_path: Path) -> None:
    person, year = paid_twice(data)
    claim = Claim(NAME, person, "新增缴费补助", year, "重复发放", None, None)
    for _ in range(2):
        assert recover(claim, SENT, data, PACK).outstanding == 100_000
    back = Claim(NAME, person, "新增缴费补助", year, None, "1000", "凭证一")
    assert recover(back, SENT, data, PACK).outstanding == 0
    assert sorted(each.net for each in status(data)) == [0, 100_000]
    after = measured(data, book(NAME, data, tmp_path, PACK, SENT).file, "TS15")
    assert after is not None
    assert owed_back(data) - after == 1000


def owed_back(data: Path) -> Fraction:
    found = next(each.exact for each in measure(NAME, 2025, data, PACK).figures if each.code == "TS15")
    assert found is not None
    return found


def test_somebody_never_paid_owes_nothing(data: Path) -> None:
    with pytest.raises(JipingError, match="台账里没有"):
        recover(Claim(NAME, 7, "new", 2024, "误发", None, None), SENT, data, PACK)
    assert status(data) == ()


def test_what_came_back_whole_and_was_granted_again_is_listed_again(data: Path, listed: Listed, tmp_path: Path) -> None:
    manner, number = Manner(tmp_path / "发放"), listed.draft.list.id
    seal_list(number, APPROVED, data)
    take_return(answered(export(number, SENT, data, manner).file, 0, ARRIVED), data, PACK, SENT)
    key = next(listed.draft.payments()).key
    recover(Claim(NAME, key.person, key.kind, key.period, "误发", None, None), ARRIVED, data, PACK)
    amount = str(next(listed.draft.payments()).amount // 100)
    recover(Claim(NAME, key.person, key.kind, key.period, None, amount, "凭证一"), ARRIVED, data, PACK)
    with pytest.raises(JipingError, match="没有可以发放的") as refused:
        draw_up(NAME, 2025, ARRIVED, data, PACK)
    assert "jiping pay again" in refused.value.why
    assert again(Regrant(NAME, key.person, key.kind, key.period, "误追", "经办科长"), ARRIVED, data, PACK).turn == 2
    (second,) = draw_up(NAME, 2025, ARRIVED, data, PACK).draft.payments()
    assert second.key == key._replace(turn=2)


def test_a_list_going_out_the_second_time_is_compared_by_its_turn(data: Path, listed: Listed, tmp_path: Path) -> None:
    test_what_came_back_whole_and_was_granted_again_is_listed_again(data, listed, tmp_path)
    number = draw_up(NAME, 2025, ARRIVED, data, PACK).draft.list.id
    publish(number, ARRIVED, data, tmp_path)
    later = date(2025, 4, 28)
    assert seal_list(number, later, data).changed == ()
    assert export(number, later, data, Manner(tmp_path / "再发")).batch.count == 1
