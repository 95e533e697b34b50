"""The page a designer laid out: what never changes, and the boxes that are filled."""

from dataclasses import dataclass
from pathlib import Path

from jiping.statements.facts import Facts


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled page."""


def load_template(folder: Path, facts: Facts) -> Template:
    """Compile `statement.typ` of a folder, once a run. Raises PackFault when it does not compile or names an unknown field."""
    raise NotImplementedError
