"""Pages of the money; each reads through a selector or writes through one service."""
