"""Scoring shapes, one a file; the file name is the name packs use."""
