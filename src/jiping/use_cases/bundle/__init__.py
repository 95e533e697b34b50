"""A sealed bundle of one filing: what was handed in, found and done, provable without the database it comes from."""
