"""What a finance reviewer would object to: one rule a file, found by walking the folders."""
