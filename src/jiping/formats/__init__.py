"""How a page becomes bytes and back: one folder a format, found by name; none knows what an indicator is."""
