"""What a year's filings say together, counted by the database."""
