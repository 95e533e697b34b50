"""What a target or an actual says: the grammar of values, and what it yields."""
