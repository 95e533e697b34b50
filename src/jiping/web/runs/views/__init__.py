"""Pages of runs; each reads through a selector or writes through one service."""
