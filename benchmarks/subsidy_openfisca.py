"""The same decisions in OpenFisca-core: a variable for each fact, a formula for each subsidy, arrays from the same files."""

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq

from benchmarks.subsidy_peers import CUTOFF, FIRST, FIRST_PERSON, MONTHS, NEEDED, Due

_YEAR = 2023
_FIRST, _LAST = (2021 - 2019) * 12, (2025 - 2019) * 12 + 11  # months since the first one of the records
_FLAGS = ("listed", "there", "was_in", "had_new_before", "had_new_last_year", "had_renewal")


def by_openfisca(folder: Path) -> Due:
    """Build the system, hand over the records as arrays, ask for both subsidies."""
    from openfisca_core.simulation_builder import SimulationBuilder

    persons = pq.read_table(folder / "persons.parquet")
    count = persons.num_rows
    simulation = SimulationBuilder().build_default_simulation(_system(), count=count)
    paid = _paid_months(folder, count)
    for month in range(MONTHS):
        simulation.set_input("paid", f"{2019 + month // 12}-{month % 12 + 1:02}", paid[:, month])
    for name, values in _facts(folder, persons, count).items():
        simulation.set_input(name, "ETERNITY", values)
    new = np.flatnonzero(simulation.calculate("new_subsidy", str(_YEAR)))
    renewal = np.flatnonzero(simulation.calculate("renewal_subsidy", str(_YEAR)))
    return {(int(each) + FIRST_PERSON, "new") for each in new} | {
        (int(each) + FIRST_PERSON, "renewal") for each in renewal
    }


def _system() -> Any:
    from openfisca_core.entities import build_entity
    from openfisca_core.periods import DateUnit
    from openfisca_core.populations import ADD
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem
    from openfisca_core.variables import Variable

    entity = build_entity(key="person", plural="persons", label="", is_person=True)

    def declare(name: str, kind: type, period: Any, formula: Any = None) -> type:
        body = {"value_type": kind, "entity": entity, "definition_period": period, "label": name}
        return type(name, (Variable,), body if formula is None else {**body, "formula": formula})

    def joined(person: Any, _period: Any) -> Any:
        first = np.full(person.count, MONTHS)
        for month in reversed(range(MONTHS)):
            first = np.where(person("paid", f"{2019 + month // 12}-{month % 12 + 1:02}"), month, first)
        return first

    def enough(person: Any, period: Any) -> Any:
        return (person("paid", period, options=[ADD]) >= NEEDED) * person("there", period)

    def new_subsidy(person: Any, period: Any) -> Any:
        first = person("joined", period)
        inside = (first >= _FIRST) * (first <= _LAST)
        fits = (
            inside * (first // 12 + 2019 == period.start.year) * (first + 2019 * 12 < person("pension_month", period))
        )
        before = person("was_in", period) + person("had_new_before", period)
        return person("listed", period) * fits * person("enough", period) * (before == 0) * 1000.0

    def renewal_subsidy(person: Any, period: Any) -> Any:
        return person("had_new_last_year", period) * person("enough", period) * ~person("had_renewal", period) * 1000.0

    system = TaxBenefitSystem([entity])
    system.add_variable(declare("paid", bool, DateUnit.MONTH))
    for name in _FLAGS:
        system.add_variable(declare(name, bool, DateUnit.ETERNITY))
    system.add_variable(declare("pension_month", int, DateUnit.ETERNITY))
    system.add_variable(declare("joined", int, DateUnit.ETERNITY, joined))
    system.add_variable(declare("enough", bool, DateUnit.YEAR, enough))
    system.add_variable(declare("new_subsidy", float, DateUnit.YEAR, new_subsidy))
    system.add_variable(declare("renewal_subsidy", float, DateUnit.YEAR, renewal_subsidy))
    return system


def _paid_months(folder: Path, count: int) -> Any:
    """Return a row a person and a column a month: whether it was paid as the rule wants."""
    import pyarrow.compute as pc

    rows = pq.read_table(folder / "contributions.parquet")
    wanted = pc.and_(pc.equal(rows["scheme"], "employee_pension"), pc.equal(rows["identity"], "flexible"))
    wanted = pc.and_(wanted, pc.and_(pc.is_null(rows["refunded_on"]), pc.invert(rows["back_payment"])))
    rows = rows.filter(pc.and_(wanted, pc.less_equal(rows["paid_on"], date.fromisoformat(CUTOFF)))).select(
        ["person", "month"]
    )
    month = rows["month"].to_numpy().astype("datetime64[M]").astype(int) - (2019 - 1970) * 12
    paid = np.zeros((count, MONTHS), dtype=bool)
    paid[rows["person"].to_numpy() - FIRST_PERSON, month] = True
    return paid


def _facts(folder: Path, persons: Any, count: int) -> dict[str, Any]:
    frames = {
        name: pq.read_table(folder / f"{name}.parquet").to_pandas(date_as_object=False)
        for name in ("resident_roll", "insurances", "subsidy_payments")
    }
    facts = {name: np.zeros(count, dtype=bool) for name in _FLAGS}
    roll = frames["resident_roll"]
    listed = (
        (roll.status != "receiving")
        & ((roll.status == "paying") | roll.paid_for_2020)
        & (roll.insured_place == "local")
    )
    facts["listed"][roll.person[listed] - FIRST_PERSON] = True
    rows = frames["insurances"]
    rows = rows[(rows.scheme == "employee_pension") & (rows.identity == "flexible")]
    facts["was_in"][rows.person[rows.started_on < FIRST] - FIRST_PERSON] = True
    died = persons["died_on"].to_pandas(date_as_object=False)
    facts["there"] = ~((died <= CUTOFF) & died.notna()).to_numpy(dtype=bool)
    left = rows.ended_on.notna() & rows.end_reason.isin(["died", "refunded", "transferred", "changed_scheme"])
    left = rows[left]
    facts["there"][left.person[left.ended_on <= CUTOFF] - FIRST_PERSON] = False
    paid = frames["subsidy_payments"]
    paid = paid[paid.recovered_on.isna()]
    for name, kind, chosen in (
        ("had_new_before", "new", paid.contribution_year < _YEAR),
        ("had_new_last_year", "new", paid.contribution_year == _YEAR - 1),
        ("had_renewal", "renewal", paid.contribution_year < _YEAR),
    ):
        facts[name][paid.person[chosen & (paid.kind == kind)] - FIRST_PERSON] = True
    return {**facts, "pension_month": _pension(persons)}


def _pension(persons: Any) -> Any:
    born = persons["birth_date"].to_numpy().astype("datetime64[M]").astype(int) + 1970 * 12
    male = persons["sex"].to_numpy(zero_copy_only=False) == "male"
    late = born - np.where(male, 1965, 1970) * 12
    return born + np.where(male, 720, 660) + np.where(late < 0, 0, np.minimum(late // 4 + 1, 36))
