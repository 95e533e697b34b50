"""Excel workbooks (OOXML)."""
