"""Web pages under their short extension."""
