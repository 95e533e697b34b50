"""The files of a pack as dated values, layouts and tables."""
