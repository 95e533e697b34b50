"""Pages of the review: each reads through a selector or writes through one service."""
