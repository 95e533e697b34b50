"""The SQL of an expression is one text, whatever order Python keeps its sets in."""

import subprocess
import sys

SCRIPT = """
import ibis
from jiping.datasets.sql import sql_of
left = ibis.table({name: "int64" for name in "abcdefghijklmnopqrstuvwxyz"}, name="t")
print(sql_of(left.drop(*"bdfh")))
"""


def test_columns_left_out_stand_in_one_order() -> None:
    texts = {
        subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2", "3", "4")
    }
    assert len(texts) == 1
    assert '"b", "d", "f", "h"' in texts.pop()
