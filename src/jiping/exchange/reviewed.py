"""A reviewer's values in YAML: a list of rows with project, indicator and what was found."""

from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.domain.reviewed import Reviewed
from jiping.rulepack.strict.node import Node
from jiping.rulepack.strict.yaml import read_yaml


def read(text: str, name: str) -> tuple[Reviewed, ...]:
    """Return the values of a YAML text. Raises UnreadableFile with file, line, what is wrong and what to write."""
    return tuple(_reviewed(node) for node in read_yaml(text.encode(), name, UnreadableFile).list())


def _reviewed(node: Node) -> Reviewed:
    fields = node.mapping(required=("project", "indicator"), optional=("unit", "actual", "score", "reason"))
    score = fields.get("score")
    return Reviewed(
        project=fields["project"].text(),
        indicator=fields["indicator"].text(),
        actual=_written(fields.get("actual")),
        score=None if score is None or score.written() is None else score.decimal(),
        reason=_written(fields.get("reason")),
        unit=_written(fields.get("unit")),
        place=Place(node.file, line=node.line),
    )


def _written(node: Node | None) -> str | None:
    return None if node is None else node.written()
