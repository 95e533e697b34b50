"""A measurement says exactly what it was computed from, and the same on every engine."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import ibis
import pytest
from ibis.expr.types import BooleanValue, Table

from engines import SPARK, Rows, both_engines, engine_with, require_spark
from jiping.datasets.condition import condition, failing, judge
from jiping.datasets.engine import DUCKDB
from jiping.datasets.figure import Figure, Part, quotient, share, total
from jiping.datasets.measuring import measure, shown
from jiping.datasets.programme import Measure, indicator
from jiping.datasets.question import Question, Tables
from jiping.datasets.receipt import dump_receipt, load_receipt
from jiping.domain.errors import JipingError
from jiping.domain.measurement import Measurement
from jiping.domain.period import Period
from jiping.rulepack.load import load_pack

PACK = load_pack("national", date(2024, 12, 31))
QUESTION = Question("handbook", Period.of_year(2024), PACK)
PAID: Rows = [
    {"voucher": "1", "programme": "handbook", "amount": 333_33},
    {"voucher": "2", "programme": "handbook", "amount": 666_67},
    {"voucher": "3", "programme": None, "amount": 1},
]


@indicator("XX01", "%", ("expenditures",))
def named_share(tables: Tables, question: Question) -> Figure:
    """写明业务的凭证占比

    写明业务的凭证张数除以全部凭证张数。
    """
    return share(tables["expenditures"], tables["expenditures"].programme == question.programme)


@indicator("XX02", "元", ("expenditures",))
def spent(tables: Tables, question: Question) -> Figure:
    """支出合计

    各张凭证金额之和。
    """
    return total(tables["expenditures"].filter(ibis._.programme == question.programme), "amount")


@indicator("XX03", "元/张", ("expenditures",))
def mean_of_none(tables: Tables, question: Question) -> Figure:
    """平均金额

    没有记录时没有平均数。
    """
    none = tables["expenditures"].filter(ibis._.voucher == question.programme)
    return quotient(Part(none, "amount"), Part(none))


def measured(of: Measure, url: str, folder: Path) -> Measurement:
    if url == SPARK:
        require_spark()
    engine = engine_with(url, {"expenditures": PAID}, PACK, folder)
    return measure(of.__dict__["declared"], QUESTION, engine, (), "test")


@both_engines
@pytest.mark.filterwarnings("ignore")  # another project's
@pytest.mark.parametrize(
    ("of", "exact", "printed"),
    [(named_share, Fraction(200, 3), "66.67%"), (spent, Fraction(1000), "1000元"), (mean_of_none, None, None)],
)
def test_a_figure_is_exact_and_rounded_once(
    url: str, of: Measure, exact: Fraction | None, printed: str | None, tmp_path: Path
) -> None:
    found = measured(of, url, tmp_path)
    assert (found.exact, found.shown) == (exact, printed)
    assert (found.absent is None) == (exact is not None)


@pytest.mark.spark
@pytest.mark.filterwarnings("ignore")  # another project's
def test_the_receipt_has_one_name_on_every_engine(tmp_path: Path) -> None:
    assert measured(named_share, SPARK, tmp_path) == measured(named_share, DUCKDB, tmp_path)


def test_a_receipt_is_read_back_and_refused_when_altered(tmp_path: Path) -> None:
    kept = dump_receipt(measured(spent, DUCKDB, tmp_path))
    assert dump_receipt(load_receipt(kept, "凭据")) == kept
    with pytest.raises(JipingError, match="可能被改动过"):
        load_receipt(kept.replace(b"1000", b"9999"), "凭据")


@pytest.mark.parametrize(
    ("exact", "unit", "printed"),
    [
        (Fraction(97), "%", "97%"),
        (Fraction(-1, 300), "%", "0%"),
        (Fraction(-1, 100), "%", "-0.01%"),
        (Fraction(474_3700, 10_000), "万元", "474.37万元"),
        (Fraction(5, 2), "人", "3人"),
        (Fraction(3, 10), "元/份", "0.3元/份"),
    ],
)
def test_a_figure_is_printed_as_a_form_writes_it(exact: Fraction, unit: str, printed: str) -> None:
    assert shown(exact, unit, QUESTION) == printed


@condition("XX11", basis="practice")
def paid_in_full(people: Table, question: Question) -> BooleanValue:
    """已付满一百元。

    补足差额。
    """
    return people.amount >= 100_00 * question.period.year // 2024


@condition("XX12", basis="practice")
def is_named(people: Table, question: Question) -> BooleanValue:
    """写明了业务。

    写明业务。
    """
    return people.programme == question.programme


@both_engines
@pytest.mark.filterwarnings("ignore")  # another project's
def test_a_condition_on_a_missing_value_is_not_met_and_says_so(url: str, tmp_path: Path) -> None:
    if url == SPARK:
        require_spark()
    engine = engine_with(url, {"expenditures": PAID}, PACK, tmp_path)
    conditions = (paid_in_full, is_named)
    judged = judge(engine.tables["expenditures"], conditions, QUESTION).order_by("voucher")
    rows = engine.fetch(judged.select("failed", "eligible")).to_pylist()
    told = [([each.code for each in failing(row["failed"], conditions)], row["eligible"]) for row in rows]
    assert told == [([], True), ([], True), (["XX11", "XX12"], False)]
    assert (is_named.title, is_named.remedy) == ("写明了业务。", "写明业务。")
