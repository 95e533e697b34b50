"""Pages of projects and their targets; each reads through a selector or writes through one service."""
