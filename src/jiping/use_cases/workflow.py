"""The steps a pack prescribes for a filing's way."""

from jiping.domain.roles import Role
from jiping.domain.workflow import State, Step
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import Row, texts


def workflow_steps(pack: RulePack) -> tuple[Step, ...]:
    """Return the steps in the pack's order."""
    return tuple(_step(row) for row in pack.table("workflow_steps"))


def publication_steps(pack: RulePack) -> tuple[Step, ...]:
    """Return the steps by which a passed filing is made public and taken back."""
    return tuple(_step(row) for row in pack.table("publication_steps"))


def _step(row: Row) -> Step:
    return Step(
        act=str(row["act"]),
        source=State(str(row["source"])),
        target=State(str(row["target"])),
        role=Role(str(row["role"])),
        guards=texts(row, "guards"),
        reasoned=bool(row["reasoned"]),
    )
