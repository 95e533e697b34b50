"""`python -m jiping` is `jiping`."""

from jiping.cli.main import run

run()
