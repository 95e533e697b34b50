"""Plain text without borders: the score table is found again by its numbers, labels and values."""
