"""Give the words of a row back to the texts that were made of them."""

from collections.abc import Sequence

from jiping.layouts.read.text.token import Token
from jiping.layouts.spacing import bare


def share(words: Sequence[Token], texts: Sequence[str | None]) -> list[list[Token]]:
    """Return for each text, in order, the words it was made of; what is left over belongs to the last."""
    shares: list[list[Token]] = [[] for _ in texts]
    lengths = [len(bare(text or "")) for text in texts]
    at, taken = 0, 0
    for word in words:
        while at < len(texts) - 1 and taken >= lengths[at]:
            at, taken = at + 1, 0
        shares[at].append(word)
        taken += len(word.text)
    return shares
