"""Ruled tables: what each holds, and its rows."""
