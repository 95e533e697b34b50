"""Facts that no label announces, and what follows from those that are read."""
