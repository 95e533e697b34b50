"""Plain text, as extracted from another file."""
