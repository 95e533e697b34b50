"""Statements on paper: a page a designer laid out, printed for very many people."""
