"""Drafts of the narrative: the pack's templates filled with facts, every figure bound to the fact it quotes."""
