"""The synthetic county's figures are those of the filing, and each planted case is decided as laid out."""

from dataclasses import replace

import duckdb
import pytest

from jiping.datasets.engine import DUCKDB, Engine, open_engine
from jiping.datasets.question import Question
from jiping.domain.period import Period
from jiping.programmes.transfer_subsidy.benefit import qualified
from jiping.programmes.transfer_subsidy.extension import extension_due
from jiping.programmes.transfer_subsidy.payable import payable
from jiping.programmes.transfer_subsidy.programme import PROGRAMME
from jiping.programmes.transfer_subsidy.recovery import recoveries
from jiping.rulepack.pack import RulePack
from jiping.synthetic.county import County
from jiping.synthetic.transfer_cases import CASES, EACH
from jiping.synthetic.walk import generate
from programmes.situations import changed

FLIPPED: dict[str, tuple[object, int]] = {
    "ts_roll_rule": ("on_roll", EACH),
    "ts_first_time": ("never_enterprise", -EACH),
    "ts_qualifying_year": ("first_reaching_year", EACH),
    "ts_months_by": ("payment", -EACH),
    "ts_cutoff_days": (60, EACH),
    "ts_back_payments_count": (True, EACH),
    "ts_employee_months_count": (True, EACH),
    "ts_renewal_year": ("later_year", EACH),
    "ts_double_support": ("exclude", -EACH),
    "ts_age_limit": (False, EACH),
}


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> tuple[Engine, dict[int, str]]:
    """The county of full size, and the part each planted person plays."""
    folder = tmp_path_factory.mktemp("county")
    with duckdb.connect(folder / "county.duckdb") as con:
        generate(con, County())
        for name in PROGRAMME.tables:
            con.execute(f"COPY {name} TO '{folder / name}.parquet' (FORMAT parquet)")
        names = tuple(each.name for each in CASES)
        parts = dict(con.execute(f"SELECT person, part FROM movers WHERE part IN {names}").fetchall())
    return open_engine(DUCKDB, {name: folder / f"{name}.parquet" for name in PROGRAMME.tables}), parts


def _question(pack: RulePack, **settings: object) -> Question:
    return Question("transfer_subsidy", Period.of_year(2024), changed(pack, settings))


def _rows(engine: Engine, pack: RulePack, **settings: object) -> dict[int, str]:
    due = qualified(engine.tables, _question(pack, **settings))
    return {row["person"]: row["kind"] for row in engine.fetch(due).to_pylist()}


def test_4542_are_due_454_wan(county: tuple[Engine, dict[int, str]], pack: RulePack) -> None:
    engine, _ = county
    rows = engine.fetch(qualified(engine.tables, _question(pack))).to_pylist()
    assert (len(rows), sum(row["amount"] for row in rows)) == (4_542, 454_200_000)


def test_69_are_due_the_allowance(county: tuple[Engine, dict[int, str]], pack: RulePack) -> None:
    engine, _ = county
    amounts = [row["amount"] for row in engine.fetch(extension_due(engine.tables, _question(pack))).to_pylist()]
    assert (len([each for each in amounts if each]), sum(amounts)) == (69, 20_170_000)


def test_every_planted_case_is_decided_as_laid_out(county: tuple[Engine, dict[int, str]], pack: RulePack) -> None:
    engine, parts = county
    found = _rows(engine, pack)
    wanted = {each.name: each.due for each in CASES}
    assert {person: found.get(person) for person in parts} == {person: wanted[part] for person, part in parts.items()}


@pytest.mark.parametrize("entry", FLIPPED)
def test_another_choice_gives_another_figure(county: tuple[Engine, dict[int, str]], pack: RulePack, entry: str) -> None:
    value, more = FLIPPED[entry]
    assert len(_rows(county[0], pack, **{entry: value})) == 4_542 + more


def test_the_household_is_not_the_insured_place(county: tuple[Engine, dict[int, str]], pack: RulePack) -> None:
    assert len(_rows(county[0], pack, ts_place="household")) < 4_542


def test_who_was_paid_twice_or_left_soon_owes_it_back(county: tuple[Engine, dict[int, str]], pack: RulePack) -> None:
    engine, parts = county
    owed = engine.fetch(recoveries(engine.tables, _question(pack))).to_pylist()
    assert {(parts[row["person"]], row["reason"]) for row in owed} == {
        ("paid_twice", "repeated"),
        ("died_after", "ended"),
        ("returned_after", "ended"),
    }


def test_who_left_after_the_review_is_not_payable(county: tuple[Engine, dict[int, str]], pack: RulePack) -> None:
    engine, parts = county
    later = _question(pack)
    earlier = replace(later, pack=replace(later.pack, as_of=later.pack.as_of.replace(month=3, day=20)))
    lists = [set(_listed(engine, question)) for question in (earlier, later)]
    assert {parts[person] for person, _ in lists[0] - lists[1]} == {"died_after", "returned_after"}


def _listed(engine: Engine, question: Question) -> list[tuple[int, str]]:
    rows = engine.fetch(payable(engine.tables, question)).to_pylist()
    return [(row["person"], row["kind"]) for row in rows]


def test_a_yuan_more_is_a_yuan_more_for_each(county: tuple[Engine, dict[int, str]], pack: RulePack) -> None:
    engine, _ = county
    question = _question(pack, ts_new_amount=1001, ts_renewal_amount=1001, ts_lifetime_cap=2001)
    rows = engine.fetch(qualified(engine.tables, question)).to_pylist()
    assert sum(row["amount"] for row in rows) == 4_542 * 100_100
