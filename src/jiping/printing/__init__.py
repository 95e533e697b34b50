"""A year's statements as one job: read, checked, printed by postal route, proven, and resumed where it was cut off."""
