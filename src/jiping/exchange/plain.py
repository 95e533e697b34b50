"""A filing as plain JSON types and back: nothing is lost on the way, nothing absent becomes a zero."""

from typing import cast

from jiping.domain.filing import Filing
from jiping.exchange.computed import COMPUTED
from jiping.exchange.keys.filing import FILING
from jiping.exchange.scalar import Json, Path
from jiping.scoring.score import Evaluation


def to_plain(filing: Filing, evaluation: Evaluation | None = None) -> dict[str, Json]:
    """Return the filing under its published keys, in their fixed order; None where it is silent.

    Amounts are texts in 万元. An evaluation is added under `computed`, which reading ignores.
    """
    data = FILING.write(filing)
    return data if evaluation is None else {**data, "computed": COMPUTED.write(evaluation)}


def from_plain(data: object, path: Path = ()) -> Filing:
    """Return the filing that `data` states; numbers may stand as texts or as whole or decimal numbers, never as floats.

    Raises Misfit with the path to the first value that does not fit.
    """
    stated = {name: value for name, value in data.items() if name != "computed"} if isinstance(data, dict) else data
    return cast("Filing", FILING.read(stated, path))
