"""A document as it was read: its own page, with what was understood laid over it."""
