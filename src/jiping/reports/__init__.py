"""How findings are handed over: JSON, SARIF, a workbook, a page. Rendering only; nothing is decided here."""
