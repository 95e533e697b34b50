"""Workbooks of WPS Spreadsheets."""
