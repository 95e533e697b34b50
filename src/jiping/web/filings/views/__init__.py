"""Pages of a filing; each reads through a selector or writes through one service."""
