"""Settle a year's interest subsidy: loan by loan against the bank's list, and against what finance paid."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from jiping.datasets.condition import failing
from jiping.datasets.engine import DUCKDB, Engine, open_engine
from jiping.datasets.folder import open_data, parquet_paths
from jiping.datasets.question import Question
from jiping.domain.errors import JipingError
from jiping.domain.period import Period
from jiping.formats.registry import writable, writer_for
from jiping.programmes.loan_interest_subsidy.conditions import CONDITIONS
from jiping.programmes.loan_interest_subsidy.interest import itemised
from jiping.programmes.loan_interest_subsidy.programme import PROGRAMME
from jiping.programmes.loan_interest_subsidy.settlement import compared, paid
from jiping.programmes.loan_interest_subsidy.statement import Line, Payment, Settlement, Stretch
from jiping.programmes.loan_interest_subsidy.terms import terms_of
from jiping.reports.loans.settlement import document
from jiping.rulepack.load import load_pack
from jiping.rulepack.pack import RulePack
from jiping.use_cases.output import put

_DAY = timedelta(1)


def settle(
    programme: str, year: int, data: Path, pack: str, *, engine: str = DUCKDB, folders: Sequence[Path] = ()
) -> Settlement:
    """Return the settlement of `year` from the records in the folder `data`.

    Raises JipingError for a business that has nothing to settle, and for records that are not there.
    """
    if programme != PROGRAMME.name:
        raise JipingError(
            f"“{programme}”没有年终结算。", remedy=f"可以结算的业务：{PROGRAMME.name}（{PROGRAMME.title}）。"
        )
    rules = load_pack(pack, date(year, 12, 31), folders)
    question = Question(programme, Period.of_year(year), rules)
    opened, terms = _engine(engine, data, rules), terms_of(question)
    return Settlement(
        year,
        terms.first,
        terms.end - _DAY,
        tuple(_line(row) for row in _rows(opened, compared(opened.tables, question), "loan")),
        tuple(_stretch(row) for row in _rows(opened, itemised(opened.tables, question), "loan", "day")),
        tuple(_payment(row, rules) for row in _rows(opened, paid(opened.tables, question), "paid_on", "voucher")),
        "退回财政" if terms.is_("li_surplus", "return") else "结转下年",
        rules.title,
    )


def write_settlement(settlement: Settlement, out: Path) -> Path:
    """Write the sheet in the format `out` is named after. Raises JipingError for one that cannot be written."""
    name = out.suffix.lower().removeprefix(".")
    if name not in writable():
        raise JipingError(f"不能写成“{out.suffix}”。", remedy=f"能写的格式是：{'、'.join(writable())}。")
    return put(out, writer_for(name)(document(settlement)))


def _engine(url: str, data: Path, rules: RulePack) -> Engine:
    snapshots = open_data(data)
    wanted = sorted(set(PROGRAMME.tables) - {"contributions"})
    if lacking := [name for name in wanted if name not in snapshots]:
        titles = "、".join(rules.tables[name].title for name in lacking)
        raise JipingError(f"数据文件夹里没有：{titles}。", remedy="请先用 jiping import 导入；没有发生的导入空表。")
    return open_engine(url, parquet_paths(data, {name: snapshots[name] for name in wanted}))


def _rows(engine: Engine, table: Any, *order: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = engine.fetch(table.order_by(*order)).to_pylist()
    return rows


def _line(row: dict[str, Any]) -> Line:
    return Line(row["loan"], row["computed"], row["listed"], row["excess"])


def _stretch(row: dict[str, Any]) -> Stretch:
    refused = tuple(each.title for each in failing(row["failed"], CONDITIONS))
    return Stretch(
        row["loan"],
        row["day"],
        row["until"] - _DAY,
        row["days"],
        row["principal"],
        row["rate"],
        row["day_base"],
        row["interest"],
        refused,
    )


def _payment(row: dict[str, Any], rules: RulePack) -> Payment:
    words = {value: word for word, value in rules.tables["loan_prepayments"].column("kind").choices}
    return Payment(row["voucher"], words[row["kind"]], row["paid_on"], row["amount"])
