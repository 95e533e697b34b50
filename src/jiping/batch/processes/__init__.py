"""Work done in child processes that may be lost: nothing here knows what the work is."""
