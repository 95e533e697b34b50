"""What is told beside the results: it goes to the error stream, so that results stay clean for pipes."""

import typer

from jiping.domain.masking import masked


def say(sentence: str) -> None:
    """Print a sentence on the error stream, identity numbers masked."""
    typer.echo(masked(sentence), err=True)
