"""Pages of publication; each reads through a selector or writes through one service."""
