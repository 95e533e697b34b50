"""Word documents of 1997–2003 (binary)."""
